import type { Cell, Grid } from '../grid.ts'
import { type HtmlSource, placeOf } from './html-source.ts'
import type { LaidCell } from './lay-out-table.ts'
import type { HtmlTable } from './parse-html.ts'

const FIGURE = /\d,\d{3}|\d\.\d|\d%/
const CLASSES = /\bclass(?:es)?\b|\btranches?\b|\bcertificates?\b|\bnotes?\b|\bratings?\b/i

/**
 * Read a table whose rows have figures and end in words, as classes with their ratings do; null where no header speaks
 * of classes, or fewer than two rows are such.
 *
 * > Class     Balance        Rate     Rating
 *   2-A-1     $100,000,000   6.25%    AAA/Aaa
 */
export function readClassTable(
  source: HtmlSource,
  table: HtmlTable,
  rows: readonly LaidCell[][],
): Grid | null {
  const first = rows.findIndex(isClassRow)
  if (first < 1 || rows.filter(isClassRow).length < 2) return null
  const top = rows.slice(0, first)
  const head = top[top.length - 1] ?? []
  const words = top.flatMap(cells => cells.map(({ text }) => text)).join(' ')
  if (!CLASSES.test(words)) return null
  const [stub, ...columns] = head.length > 1 ? head : (rows[first] ?? [])
  const isHeaded = head.length > 1
  const cellOf = (cell: LaidCell): Cell => ({ text: cell.text, at: placeOf(source, cell.start, cell.end) })
  return {
    headings: [],
    title: (isHeaded ? top.slice(0, -1) : top).flat().map(cellOf),
    stub: isHeaded && stub !== undefined ? cellOf(stub) : null,
    columns: columns.map(cell => ({
      header: isHeaded ? cell.text : '',
      at: placeOf(source, cell.start, cell.end),
      money: false,
      percent: false,
    })),
    rows: rows.slice(first).flatMap(cells => readRow(source, cells, columns, cellOf)),
    tail: [],
    notes: [],
    at: placeOf(source, table.start, table.end),
  }
}

function isClassRow(cells: LaidCell[]): boolean {
  const last = cells[cells.length - 1]
  return (
    cells.length > 2 &&
    /[A-Za-z]/.test(last?.text ?? '') &&
    cells.slice(1).some(({ text }) => FIGURE.test(text))
  )
}

/** Cells go to the column they stand under; signs in cells of their own join the figure they belong to. */
function readRow(
  source: HtmlSource,
  [name, ...more]: LaidCell[],
  columns: readonly LaidCell[],
  cellOf: (cell: LaidCell) => Cell,
): Grid['rows'] {
  const last = more[more.length - 1] ?? name
  if (name === undefined || last === undefined) return []
  const cells = columns.map(({ left, right }) => {
    const own = more.filter(cell => cell.left < right && cell.right > left && !/^[$%)]$/.test(cell.text))
    return own[0] === undefined ? null : cellOf(own[0])
  })
  return [{ label: cellOf(name), cells, group: null, at: placeOf(source, name.start, last.end) }]
}
