import type { ColumnExtent } from './find-columns.ts'
import { headsColumns, type TopLines } from './find-header.ts'
import type { ScannedLines } from './scan-lines.ts'

/** The lines of a header, the columns under it, and the line that its rule may stand on at the latest. */
export type HeldHeader = { header: readonly number[]; columns: readonly ColumnExtent[]; end: number }

/** A rule, and a blank line, may stand below a header. */
const MOST_BELOW = 3

/** The header of a table, for those below that have none; null where it has none either. */
export function holdHeader(header: readonly number[], columns: readonly ColumnExtent[]): HeldHeader | null {
  const last = header[header.length - 1]
  return last === undefined ? null : { header, columns, end: last + MOST_BELOW }
}

/**
 * Does a table go on under the header of the one before, which ends in a total: with a title of its own and nothing over
 * its figures, which stand under those above?
 *
 * > Total               295    50,000,000
 *
 *   FICO Score
 *   600 to 699          100    20,000,000
 */
export function holdsOn(
  scan: ScannedLines,
  held: HeldHeader,
  { header, title }: TopLines,
  lead: readonly number[],
  columns: readonly ColumnExtent[],
): boolean {
  const words = [...title, ...header]
  if (words.length + lead.length === 0 || headsColumns(scan, words, { labelEnd: 0, columns })) return false
  return (
    columns.length === held.columns.length &&
    columns.every(({ start, end }, order) => {
      const above = held.columns[order]
      return above !== undefined && start < above.end && above.start < end
    })
  )
}
