import type { GridRow } from '../grid.ts'
import { isTotalLabel } from '../total-label.ts'
import type { FigureRow } from './figure-row.ts'
import type { TablePart } from './split-table.ts'

const endOf = ({ cells }: FigureRow) => cells[0]?.row.end ?? 0

/** Where full rows of a part end: with its header where rows do, else where most of them do. */
export function endOfFullRows({ headers }: TablePart, rows: readonly FigureRow[]): number {
  const header = headers.reduce((end, { row }) => Math.max(end, row.end), 0)
  const votes = new Map<number, number>()
  for (const row of rows) votes.set(endOf(row), (votes.get(endOf(row)) ?? 0) + 1)
  if (votes.has(header)) return header
  let usual = 0
  for (const [end, count] of votes) if (count > (votes.get(usual) ?? 0)) usual = end
  return usual
}

/** The full rows, which tell the columns; all where none is full. */
export function fullRows(rows: readonly FigureRow[], end: number): readonly FigureRow[] {
  const full = rows.filter(row => endOf(row) === end)
  return full.length > 0 ? full : rows
}

/**
 * The row as it is, or with all its figures astray where it has fewer cells than full rows and fewer figures than
 * columns: nothing tells which cells were left out.
 *
 * > <td>2001<td>10.70<td>5.42<td>6,348,604.17
 *   <td>2002<td>6,348,604.17                       under the first column, and meant for the third?
 *
 * Totals often end early; what stands in them is proved by the rows.
 */
export function withoutLostPlaces(row: GridRow, from: FigureRow, end: number): GridRow {
  const isFull = endOf(from) >= end || row.cells.every(cell => cell !== null)
  if (isFull || row.label === null || isTotalLabel(row.label.text)) return row
  return { ...row, cells: row.cells.map(() => null), astray: row.cells.filter(cell => cell !== null) }
}
