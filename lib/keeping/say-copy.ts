import { statfsSync } from 'node:fs'
import { sayTime } from '../cli/say-time.ts'
import { formatBytes, formatCount } from '../format/index.ts'
import { CopyFault, explaining } from '../library/engines/sqlite/copy-fault.ts'
import { type LibraryHoldings, roomForCopy } from '../library/engines/sqlite/copy-library.ts'

/** What a copy holds, for scripts. */
export function describeHoldings({ rows, originalBytes, revision }: LibraryHoldings) {
  return { deals: rows.deal ?? 0, filings: rows.filing ?? 0, originalBytes, revision, rows }
}

/** > 1,200 filings of 1,100 deals */
export function sayHoldings({ rows }: Pick<LibraryHoldings, 'rows'>): string {
  const { filing = 0, deal = 0 } = rows
  return `${formatCount(filing)} ${filing === 1 ? 'filing' : 'filings'} of ${formatCount(deal)} ${deal === 1 ? 'deal' : 'deals'}`
}

/** > Copying: 10.0 MB of 2.4 GB */
export function sayShare(what: string, done: number, of: number): string {
  return `${what}: ${formatBytes(Math.min(done, of))} of ${formatBytes(of)}`
}

export function sayTook(startedAt: number): { seconds: number; took: string } {
  const seconds = (performance.now() - startedAt) / 1000
  return { seconds, took: sayTime(seconds) }
}

/** > 20030131T120000Z */
export function stampOf(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d+/g, '')
}

/** Throws a CopyFault where a copy of a file would find no room in a folder: before anything is written. */
export async function assertRoomFor(file: string, folder: string): Promise<void> {
  const needed = await roomForCopy(file)
  const { bavail, bsize } = await explaining('target', () => statfsSync(folder))
  const free = bavail * bsize
  if (free < needed)
    throw new CopyFault('target-has-no-room', `${formatBytes(needed)} are needed, ${formatBytes(free)} free`)
}
