import { addAll } from '../../add-all.ts'
import { type Band, findBands } from '../abreast/find-bands.ts'
import type { Page, PrintedLine } from '../abreast/page.ts'
import { isPlainFigure, readPiece } from '../abreast/piece.ts'
import type { LaidCell, LaidRow } from './lay-out-table.ts'

/** No table holds more tables side by side. */
const MOST_ABREAST = 6
/** A label and a figure twice. */
const FEWEST_CELLS = 4

/**
 * The rows of each table that stands in a table of HTML beside another, from left to right, and those of all others; the
 * rows as they are where none does.
 *
 * > <td>FICO     <td>Loans  <td>  <td>Purpose   <td>Loans
 *   <td>500-599  <td>120    <td>  <td>Purchase  <td>20        two lists, of two cells a row
 *
 * Rows that go over both are among those of each.
 */
export function unfoldRows(rows: readonly LaidCell[][]): (readonly LaidCell[][])[] {
  let tables: (readonly LaidCell[][])[] = [rows]
  for (let round = 1; round < MOST_ABREAST; round++) {
    const unfolded = tables.flatMap(unfold)
    if (unfolded.length === tables.length) break
    tables = unfolded
  }
  return tables
}

function unfold(rows: readonly LaidCell[][]): (readonly LaidCell[][])[] {
  const bands = findBands(pageOf(rows))
  if (bands.length === 0) return [rows]
  const tables: LaidCell[][][] = []
  let open: LaidCell[][] = []
  let next = 0
  for (const { top, bottom, cut, over } of bands) {
    const above = Math.min(top, over[0] ?? top)
    addAll(open, copy(rows, next, above))
    tables.push(open)
    // A blank row parts what stands over both from titles of their own.
    const heads = over.length > 0 ? [...copy(rows, above, top), []] : []
    const own = rows.slice(top, bottom + 1)
    tables.push([...heads, ...own.map(cells => leftOf(cells, cut))])
    open = [...heads, ...own.map(cells => cells.filter(({ left }) => left >= cut))]
    next = bottom + 1
  }
  addAll(open, copy(rows, next, rows.length))
  tables.push(open)
  return tables.filter(table => table.some(({ length }) => length > 0))
}

function copy(rows: readonly LaidCell[][], from: number, to: number): LaidCell[][] {
  return rows.slice(from, to).map(cells => [...cells])
}

/** The cells left of a column, in a row that ends there. */
function leftOf(cells: readonly LaidCell[], cut: Band['cut']): LaidCell[] {
  const [first] = cells
  if (first === undefined) return []
  const row: LaidRow = { end: Math.min(first.row.end, cut), beyond: -1 }
  return cells.filter(({ left }) => left < cut).map(cell => ({ ...cell, row }))
}

function pageOf(rows: readonly LaidCell[][]): Page {
  return {
    first: 0,
    last: rows.length,
    lineAt: index => readLine(rows[index] ?? []),
    mayBeDouble: index => {
      const [, ...behind] = rows[index] ?? []
      return behind.length + 1 >= FEWEST_CELLS && !behind.every(({ text }) => isPlainFigure(text))
    },
  }
}

function readLine(cells: readonly LaidCell[]): PrintedLine {
  if (cells.length === 0) return { kind: 'blank', pieces: [] }
  return {
    kind: 'text',
    pieces: cells.flatMap(({ text, left, right }) => readPiece(text, left, right) ?? []),
  }
}
