import { z } from 'zod'
import { dealHref } from '../addresses/place-address.ts'
import type { FoundFile } from '../archive/found-file.ts'
import { openArchives } from '../archive/open-archives.ts'
import type { FetchedFile } from '../edgar/fetched-file.ts'
import { type EdgarFaultStatus, edgarFaultStatus, isEdgarFaultCode } from '../edgar-faults.ts'
import { type RefusalCode, refuse } from '../issues.ts'
import { checkCountSchema } from '../library/deal-summary.ts'
import { cleanFileName, cleanPath } from '../library/file-name.ts'
import type { KeptFiling, Library } from '../library/index.ts'
import { faultCodeOf, isLibraryFaultCode, libraryFaultStatus } from '../library-faults.ts'
import { retryHeaders } from './retry-after.ts'

const fileAnswerSchema = z.object({
  name: z.string().describe('The file’s name, or for one inside an archive `archive.zip › path/in/it.txt`.'),
  status: z.enum(['added', 'known', 'refused']),
  deal: z.object({ slug: z.string(), url: z.string(), name: z.string() }).nullable(),
  stratifications: z.int(),
  checks: checkCountSchema.nullable(),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
})
export type FileAnswer = z.infer<typeof fileAnswerSchema>

/** What became of each file of an upload, in the order they were sent; an archive has one for each file inside. */
export const uploadAnswerSchema = z.object({ files: z.array(fileAnswerSchema) })

/** What became of a file, and the SHA-256 of its bytes where they were read. */
export type Outcome = { answer: FileAnswer; sha256: string | null }

/** What of a library keeps files. */
type Keeper = Pick<Library, 'keepFiling'>

/** As many files of one upload as are read at once; more would only wait in memory. */
const mostAtOnce = 3

/**
 * Keep each file as it arrives, archives opened. What goes wrong with one is said of that one and never touches the
 * others.
 */
export async function keepFiles(library: Keeper, files: AsyncIterable<FoundFile>): Promise<FileAnswer[]> {
  return await keepEach(library, openArchives(files))
}

/** The same of files none of which is an archive to be opened. */
export async function keepEach(
  library: Keeper,
  files: AsyncIterable<FoundFile | FetchedFile>,
): Promise<FileAnswer[]> {
  const answers: Promise<Outcome>[] = []
  const underWay = new Set<Promise<Outcome>>()
  const upload = Symbol('upload')
  for await (const file of files) {
    const answer = keepFile(library, file, upload)
    answers.push(answer)
    underWay.add(answer)
    void answer.then(() => underWay.delete(answer))
    if (underWay.size >= mostAtOnce) await Promise.race(underWay)
  }
  return withOwnPages(await Promise.all(answers))
}

/** Keep one file; whatever goes wrong is said in its answer. */
export async function keepFile(
  library: Keeper,
  file: FoundFile | FetchedFile,
  upload: symbol,
): Promise<Outcome> {
  const name = shownName(file)
  if ('problem' in file) return { answer: refused(name, refuse(file.problem)), sha256: null }
  if ('kept' in file) return { answer: answerFor(name, file.kept), sha256: file.kept.sha256 }
  try {
    if (file.bytes.length === 0) return { answer: refused(name, refuse('file-is-empty')), sha256: null }
    const kept = await library.keepFiling(
      file.bytes,
      file.name,
      upload,
      'origin' in file ? file.origin : undefined,
    )
    return { answer: answerFor(name, kept), sha256: kept.sha256 }
  } catch (fault) {
    const code = faultCodeOf(fault)
    if (code === null) console.error(`Keeping ${name} failed:`, fault)
    return { answer: refused(name, refuse(code ?? 'reading-failed')), sha256: null }
  } finally {
    file.hold?.release()
  }
}

/**
 * A filing that was its deal's only one when it was kept may not be any more once its upload is done; then it has the
 * address of its own page, like those that joined it.
 */
function withOwnPages(outcomes: Outcome[]): FileAnswer[] {
  const filings = Map.groupBy(outcomes, ({ answer }) => answer.deal?.slug)
  const isAlone = (slug: string) => new Set(filings.get(slug)?.map(({ sha256 }) => sha256)).size === 1
  return outcomes.map(({ answer, sha256 }) =>
    answer.deal === null || sha256 === null || isAlone(answer.deal.slug)
      ? answer
      : { ...answer, deal: { ...answer.deal, url: dealHref(answer.deal.slug, sha256) } },
  )
}

function shownName({ name, archive }: Pick<FoundFile, 'name' | 'archive'>): string {
  return archive === undefined ? cleanFileName(name) : `${cleanFileName(archive)} › ${cleanPath(name)}`
}

function answerFor(name: string, kept: KeptFiling): FileAnswer {
  const { status, deal, stratifications, checks, problem } = kept
  return { name, status, deal, stratifications, checks, problem }
}

/** What is said of a file that was not taken. */
export function refused(name: string, problem: FileAnswer['problem']): FileAnswer {
  return { name, status: 'refused', deal: null, stratifications: 0, checks: null, problem }
}

/**
 * 201 when any was added, 200 when all that were taken are known. When all are refused: 507 or 503 when any was because of
 * the library itself or found no room, so that who sent them knows to send them again; 400 when they were no whole form;
 * what hindered the first from being fetched from EDGAR; else 422.
 */
export function uploadStatus(files: FileAnswer[]): 200 | 201 | 400 | 422 | 503 | 507 | EdgarFaultStatus {
  if (files.some(file => file.status === 'added')) return 201
  if (files.some(file => file.status === 'known')) return 200
  const fault = files.map(file => file.problem?.code).find(isLibraryFaultCode)
  if (fault !== undefined) return libraryFaultStatus(fault)
  if (files.some(hasCode('upload-came-while-busy'))) return 503
  if (files.some(hasCode('upload-is-no-whole-form'))) return 400
  const hindrance = files.map(file => file.problem?.code).find(isEdgarFaultCode)
  return hindrance === undefined ? 422 : edgarFaultStatus(hindrance)
}

/**
 * Headers that an upload's answer has beside those of any: when to try again, and for one that broke off, or was no form,
 * that nothing more is read of its connection.
 */
export function uploadHeaders(files: FileAnswer[]): Record<string, string> {
  return {
    ...(uploadStatus(files) === 503 && retryHeaders(files.map(file => file.problem?.code))),
    ...(files.some(endsConnection) && { Connection: 'close' }),
  }
}

function endsConnection(file: FileAnswer): boolean {
  return hasCode('upload-was-cut-off')(file) || hasCode('upload-is-no-whole-form')(file)
}

function hasCode(code: RefusalCode): (file: FileAnswer) => boolean {
  return file => file.problem?.code === code
}

/**
 * Where a plain form leads: one file to its deal, several to the library. A refusal is told there by its code and the
 * file's name, which the page words anew; nothing of it is taken as text from the address but the name.
 */
export function formTarget(files: FileAnswer[]): string {
  const refusal = files.find(file => file.status === 'refused')
  const kept = files.filter(file => file.status !== 'refused')
  const [only] = kept
  if (refusal === undefined && kept.length === 1 && only?.deal) return only.deal.url
  const query = new URLSearchParams()
  if (kept.length > 0) query.set('added', String(kept.length))
  if (refusal?.problem) query.set('refused', refusal.problem.code)
  if (refusal?.problem) query.set('name', refusal.name)
  return `/?${query}`
}
