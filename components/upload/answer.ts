/** What the service says became of one file: the shape of `POST /api/filings`. */
export type FileAnswer = {
  name: string
  status: 'added' | 'known' | 'refused'
  deal: { slug: string; url: string; name: string | null } | null
  stratifications: number
  checks: { passed: number; failed: number } | null
  problem: { code: string; message: string } | null
}

/** Either what became of the file, or files, for an archive holds several; or why there is no telling. */
export type Answer = { files: FileAnswer[] } | { failure: string; final: boolean }

const nothingUseful = 'The server did not answer as expected. Nothing is lost: try this file again.'

/**
 * Read the service's answer to one sent file. A failure is `final` when sending the same file again cannot help.
 * Written by hand, not with a schema, because the page loads it.
 */
export function readAnswer(status: number, body: string): Answer {
  const answer = parse(body)
  const files = Array.isArray(answer.files) ? answer.files.map(readFile).filter(file => file !== null) : []
  if (files.length > 0 && status < 500) return { files }
  // The server could not take the file as things are there, whatever it is: its words, and another try.
  const [refused] = files
  if (refused?.problem) return { failure: refused.problem.message, final: false }
  const { message } = record(answer.error)
  const failure = typeof message === 'string' ? message : nothingUseful
  return { failure, final: status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status) }
}

function readFile(value: unknown): FileAnswer | null {
  const { name, status, deal, stratifications, checks, problem } = record(value)
  if (typeof name !== 'string' || (status !== 'added' && status !== 'known' && status !== 'refused'))
    return null
  return {
    name,
    status,
    deal: readDeal(record(deal)),
    stratifications: numberOf(stratifications),
    checks: readChecks(record(checks)),
    problem: readProblem(record(problem)),
  }
}

function readDeal({ slug, url, name }: Record<string, unknown>): FileAnswer['deal'] {
  if (typeof slug !== 'string' || typeof url !== 'string' || !url.startsWith('/')) return null
  return { slug, url, name: typeof name === 'string' ? name : null }
}

function readChecks({ passed, failed }: Record<string, unknown>): FileAnswer['checks'] {
  return typeof passed === 'number' && typeof failed === 'number' ? { passed, failed } : null
}

function readProblem({ code, message }: Record<string, unknown>): FileAnswer['problem'] {
  return typeof code === 'string' && typeof message === 'string' ? { code, message } : null
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function parse(body: string): Record<string, unknown> {
  try {
    return record(JSON.parse(body))
  } catch {
    return {}
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
