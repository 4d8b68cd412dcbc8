import { gridSettings } from '../settings.ts'
import { WIDTH } from './figure-cell.ts'
import type { FigureRow } from './figure-row.ts'
import type { LaidCell } from './lay-out-table.ts'
import type { TablePart } from './split-table.ts'

/**
 * A part of a table without what stands right of the first columns that are read, and the offset in the markup where
 * that begins, or -1. Nearly every part comes back as it is.
 *
 * > State   Loans   Balance … Loans   Balance | Loans …
 *                                             ^ the edge: no row has more figures left of it than columns are read
 */
export function withFirstColumns(part: TablePart): { part: TablePart; beyond: number } {
  const edge = edgeOf(part.body)
  const first = part.body.find(({ cells }) => (cells[0]?.row.beyond ?? -1) >= 0)
  const beyond = first?.cells[0]?.row.beyond ?? -1
  if (edge === null) return { part, beyond }
  const isWithin = (cell: LaidCell) => cell.left < edge.left
  const headers = part.headers.filter(isWithin)
  const over = part.headers.find(cell => !isWithin(cell))
  const body = part.body.map(row => ({
    cells: row.cells.filter(isWithin),
    words: row.words.filter(isWithin),
    line: { ...row.line, atoms: row.line.atoms.filter(({ start }) => start < edge.left * WIDTH) },
  }))
  return { part: { ...part, headers, body }, beyond: over?.start ?? edge.start }
}

/** The leftmost figure that has as many before it in its row as columns are read; null where no row has one. */
function edgeOf(rows: readonly FigureRow[]): LaidCell | null {
  let edge: LaidCell | null = null
  for (const { line } of rows) {
    const cell = line.atoms[gridSettings.mostColumns]?.cell
    if (cell !== undefined && (edge === null || cell.left < edge.left)) edge = cell
  }
  return edge
}
