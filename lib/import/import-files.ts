import type { FoundFile } from '../archive/found-file.ts'
import type { FetchedFile } from '../edgar/fetched-file.ts'
import type { Library } from '../library/index.ts'
import { isLibraryFaultCode, type LibraryFaultCode } from '../library-faults.ts'
import { type FileAnswer, keepFile } from '../server/upload-answer.ts'

/** A file that was not taken, and why. */
export type Refused = { name: string; code: string; message: string }

/** What became of the files so far. */
export type ImportTally = {
  added: number
  known: number
  refused: Refused[]
  /** Of the files that were added or known. */
  bytes: number
}

export type ImportSettings = {
  /** Files that are read at once. */
  atOnce: number
  /** Once it is true nothing more is begun. */
  mayStop: () => boolean
  /** Told after each file. */
  told: (tally: ImportTally) => void
}

/**
 * Keep files in a library, several at once, each on its own: what is wrong with one is told and costs no other. Nothing more
 * is begun once the library itself fails (the code in `fault`), or may stop. Files that are known are told so without being
 * read, so an import that broke off goes on where it was when it is begun again.
 */
export async function importFiles(
  library: Pick<Library, 'keepFiling'>,
  files: AsyncIterable<FoundFile | FetchedFile>,
  { atOnce, mayStop, told }: ImportSettings,
): Promise<{ tally: ImportTally; fault: LibraryFaultCode | null }> {
  const tally: ImportTally = { added: 0, known: 0, refused: [], bytes: 0 }
  const underWay = new Set<Promise<void>>()
  const upload = Symbol('import')
  let fault: LibraryFaultCode | null = null
  const count = (name: string, { status, problem }: FileAnswer, bytes: number) => {
    if (status !== 'refused') {
      tally[status]++
      tally.bytes += bytes
    } else if (problem) tally.refused.push({ name, ...problem })
    if (problem && isLibraryFaultCode(problem.code)) fault ??= problem.code
    told(tally)
  }
  for await (const file of files) {
    const bytes = 'bytes' in file ? file.bytes.length : 0
    const kept = keepFile(library, file, upload).then(({ answer }) => count(nameOf(file), answer, bytes))
    underWay.add(kept)
    void kept.finally(() => underWay.delete(kept))
    if (underWay.size >= atOnce) await Promise.race(underWay)
    if (fault !== null || mayStop()) break
  }
  await Promise.all(underWay)
  return { tally, fault }
}

/** A file as its owner finds it again: the path, and inside an archive the archive's first. */
function nameOf({ name, archive }: Pick<FoundFile, 'name' | 'archive'>): string {
  return archive === undefined ? name : `${archive} › ${name}`
}
