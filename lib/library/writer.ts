import type { Place } from '../report.ts'
import { changeDeals } from './change-deals.ts'
import type { ChangeOutcome, DealChange } from './deal-changes.ts'
import type { Holding } from './find-filing.ts'
import { findWhy, longestToExplain } from './find-why.ts'
import { findKept, keepFiling, type ReceivedBytes } from './keep-filing.ts'
import type { KeptFiling, Reader, WhyAnswer } from './library.ts'
import type { LibraryPlace } from './library-files.ts'
import type { ReadingLoad } from './library-state.ts'
import { prepareWith } from './prepare-filing.ts'
import { leaveReading, rereadIfOutdated } from './reread.ts'

/** All that reads filings and writes to a library. What is written is whole or has not happened. */
export type Writer = {
  /**
   * Read a filing and keep it; one that is known is read again when its report comes from another reader. Where files
   * have to wait, uploads take turns.
   */
  keep(received: ReceivedBytes, upload?: symbol): Promise<KeptFiling>
  /** Read a kept filing again when its report comes from another reader. */
  reread(sha256: string): Promise<void>
  /** Leave a filing the report it has, though it comes from another reader. */
  leave(sha256: string): Promise<void>
  /** Read a kept filing again and tell how its tables at a place were read; nothing is written. */
  explain(sha256: string, at: Place): Promise<WhyAnswer>
  /** Change deals that are kept; nothing is read for it. */
  change(change: DealChange): Promise<ChangeOutcome>
  /** How much of all this waits, and how much is being done; a writer without threads has nothing that waits. */
  load(): ReadingLoad
  close(): Promise<void>
}

/** Nothing waits, and nothing is being done. */
export const idle: ReadingLoad = { waiting: 0, running: 0 }

/** The library that is written to. */
type WrittenLibrary = Holding & { place: LibraryPlace; readerVersion: string }
export type OpenWriter = (library: WrittenLibrary) => Writer

/** Reads with the given reader and writes, in this thread. */
export function writeWith(read: Reader): OpenWriter {
  const prepare = prepareWith(read)
  return ({ database, originals, readerVersion }) => ({
    keep: async received => {
      const kept = await keepFiling({ database, originals }, prepare, readerVersion, received)
      if (kept.status === 'refused') return kept
      await rereadIfOutdated({ database, originals }, prepare, readerVersion, kept.sha256)
      return (await findKept(database, kept.sha256, kept.status)) ?? kept
    },
    reread: sha256 => rereadIfOutdated({ database, originals }, prepare, readerVersion, sha256),
    leave: sha256 => leaveReading(database, readerVersion, sha256),
    explain: (sha256, at) => findWhy({ database, originals }, sha256, at, longestToExplain.onThread),
    change: change => changeDeals({ database, originals }, change),
    load: () => idle,
    close: async () => undefined,
  })
}
