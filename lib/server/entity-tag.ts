import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** True if who asks has the very thing with this tag already, as the header If-None-Match says. */
export function hasAlready(ifNoneMatch: string | null | undefined, tag: string): boolean {
  if (ifNoneMatch?.trim() === '*') return true
  const plain = tag.replace(/^W\//, '')
  return ifNoneMatch?.split(',').some(known => known.trim().replace(/^W\//, '') === plain) ?? false
}

/**
 * The tag of what is made from these. It is weak, for the same answer may come packed or not; and it ends with the build,
 * whose next one may make something else of the same.
 */
function tagOf(from: readonly (string | number | null)[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([buildId(), ...from]))
    .digest('base64url')
  return `W/"${digest.slice(0, 32)}"`
}

/**
 * What `make` answers, under a tag of all that it is made from; 304 where who asks has that already, and then nothing is
 * made. Errors have no tag.
 */
export async function answerTagged(
  request: Request,
  from: readonly (string | number | null)[],
  make: () => Promise<Response>,
): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const tag = tagOf([pathname, search, ...from])
  if (hasAlready(request.headers.get('if-none-match'), tag)) return notChanged(tag)
  return withTag(await make(), tag)
}

/** An answer under a tag of its own bytes, for what is small and made quickly; 304 where who asks has that already. */
export async function tagBody(request: Request, answer: Response): Promise<Response> {
  if (answer.status !== 200 || answer.headers.has('etag')) return answer
  const body = Buffer.from(await answer.arrayBuffer())
  const tag = tagOf([body.toString('latin1')])
  if (hasAlready(request.headers.get('if-none-match'), tag)) return notChanged(tag, answer.headers)
  return withTag(new Response(body, answer), tag)
}

function notChanged(tag: string, headers?: Headers): Response {
  const kept = ['link', 'cache-control'].flatMap(name => {
    const value = headers?.get(name)
    return value ? [[name, value] satisfies [string, string]] : []
  })
  const answer = new Response(null, { status: 304, headers: kept })
  return withTag(answer, tag)
}

/** An answer is kept by its reader alone, who asks each time whether it still holds, unless it says otherwise. */
function withTag(answer: Response, tag: string): Response {
  if (answer.status >= 400) return answer
  answer.headers.set('ETag', tag)
  if (!answer.headers.has('cache-control')) answer.headers.set('Cache-Control', 'private, no-cache')
  return answer
}

let known: string | undefined

/** Differs from build to build; where nothing is built, from process to process. */
function buildId(): string {
  known ??= readBuildId() ?? randomUUID()
  return known
}

function readBuildId(): string | null {
  try {
    const folder = process.env.STRATA_DIST ?? '.next'
    return readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), folder, 'BUILD_ID'), 'utf8')
  } catch {
    return null
  }
}
