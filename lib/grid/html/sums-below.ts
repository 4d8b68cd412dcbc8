import { findTotalOfSums, mostToTotal, type PrintedRow } from '../sums-of-rows.ts'
import type { FigureRow } from './figure-row.ts'

/** Is a row the sum of a group, which another below it adds up with others? See `findTotalOfSums`. */
export function isAddedUp(rows: readonly FigureRow[], at: number): boolean {
  return findTotalOfSums(() => rowsUpTo(rows, at), rowsBelow(rows, at)) !== null
}

/** A row and those above it that print figures. */
function rowsUpTo(rows: readonly FigureRow[], at: number): PrintedRow[] {
  const above: PrintedRow[] = []
  for (let order = at; order >= 0 && at - order < mostToTotal; order--) {
    const row = rows[order]
    if (row === undefined) break
    if (row.line.atoms.length > 0) above.push(toPrinted(row, order))
  }
  return above.reverse()
}

/** Rows and words below a row. */
function* rowsBelow(rows: readonly FigureRow[], from: number): Generator<PrintedRow | null, undefined> {
  for (let at = from + 1; at < Math.min(rows.length, from + mostToTotal); at++) {
    const row = rows[at]
    if (row === undefined) return
    if (row.line.atoms.length > 0) yield toPrinted(row, at)
    else if (row.cells.length > 0) yield null
  }
}

function toPrinted({ words, line }: FigureRow, index: number): PrintedRow {
  return { index, label: words[0]?.text ?? '', figures: line.atoms }
}
