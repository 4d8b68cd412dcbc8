import { isSignBefore, isSignBehind, readCellFigure } from './figure-cell.ts'
import type { LaidCell } from './lay-out-table.ts'

/** Fewer lines are a wrapped header or label. */
const FEWEST = 3

/**
 * Take rows apart whose cells hold whole columns, line by line.
 *
 * > <td>Arizona<br>Nevada<br>Total</td> <td>$<br>&nbsp;<br>$</td> <td>12<br>-<br>42</td>
 *   Arizona $ 12, Nevada -, Total $ 42
 *
 * Only where the first cell and all others have the same number of lines, at least three, blank ones counted or not, and
 * all but the first hold figures and their signs; a sign alone may have one line. Every other row is given back as it is.
 */
export function splitBrokenRows(rows: readonly LaidCell[][]): LaidCell[][] {
  return rows.flatMap(cells => splitRow(cells) ?? [cells])
}

function splitRow(cells: LaidCell[]): LaidCell[][] | null {
  const [first, second] = cells
  if (!first?.lines || second === undefined || !cells.some(({ lines }, order) => order > 0 && lines !== null))
    return null
  return (
    splitAt(cells, cell => linesOf(cell)) ??
    splitAt(cells, cell => linesOf(cell).filter(({ text }) => text !== ''))
  )
}

function splitAt(cells: readonly LaidCell[], linesIn: (cell: LaidCell) => LaidCell[]): LaidCell[][] | null {
  const columns = cells.map(linesIn)
  const count = columns[0]?.length ?? 0
  if (count < FEWEST || !columns.slice(1).every(lines => isColumn(lines, count))) return null
  const rows = Array.from({ length: count }, (_, line) => columns.flatMap(lines => lines[line] ?? []))
  return rows.map(row => row.filter(({ text }) => text !== ''))
}

function isColumn(lines: readonly LaidCell[], count: number): boolean {
  if (lines.length === 1) return isSign(lines[0]?.text ?? '')
  return lines.length === count && lines.every(line => isSign(line.text) || readCellFigure(line) !== null)
}

/** Nothing is a sign of nothing. */
const isSign = (text: string) => isSignBefore(text) || isSignBehind(text)

/** The lines of a cell, each in the columns of the cell. */
function linesOf(cell: LaidCell): LaidCell[] {
  const { left, right, row, lines } = cell
  return lines === null ? [cell] : lines.map(line => ({ ...line, left, right, row, rowspan: 1, lines: null }))
}
