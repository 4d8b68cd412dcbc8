import type { ColumnExtent } from './find-columns.ts'
import type { Fragment } from './fragment.ts'
import { splitFragments, withoutStrokes } from './fragments.ts'
import type { Extent } from './line-up.ts'
import type { ScannedLines } from './scan-lines.ts'

/** So many characters may words stand beside the middle of all columns. */
const ASKEW = 4

/**
 * The words of a header that stand alone on their line in the middle of all columns, over words of the columns' own; null
 * where none do.
 *
 * >              Fixed Rate Mortgage Loans
 *                Number of       Aggregate
 *   Purpose          Loans         Balance
 */
export function findAcross(
  scan: ScannedLines,
  headerLines: readonly number[],
  columns: readonly ColumnExtent[],
  labels: Extent,
): Fragment | null {
  if (columns.length < 2) return null
  for (const [at, index] of headerLines.slice(0, -1).entries()) {
    const [piece, ...others] = overColumns(scan, index, labels)
    if (piece === undefined || others.length > 0) continue
    const below = headerLines.slice(at + 1).flatMap(line => overColumns(scan, line, labels))
    return isAmidst(piece, [...columns, ...below]) ? withoutStrokes(scan, piece) : null
  }
  return null
}

function overColumns(scan: ScannedLines, index: number, labels: Extent): Fragment[] {
  return splitFragments(scan, index).filter(({ end }) => end > labels.end)
}

/** Do words stand in the middle of all others? */
function isAmidst(piece: Extent, all: readonly Extent[]): boolean {
  let [start, end] = [piece.start, piece.start]
  for (const [order, one] of all.entries()) {
    start = order === 0 ? one.start : Math.min(start, one.start)
    end = Math.max(end, one.end)
  }
  return Math.abs(piece.start + piece.end - start - end) <= 2 * ASKEW
}
