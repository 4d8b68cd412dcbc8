import type { Cell, Grid, GridRow } from '../grid.ts'
import { joinCells } from '../text/read-rows.ts'
import { readCellFigure } from './figure-cell.ts'
import { type HtmlSource, placeOf } from './html-source.ts'
import type { LaidCell } from './lay-out-table.ts'
import type { HtmlTable } from './parse-html.ts'
import { spanOfPart } from './text-run.ts'

/** Figures that tables print and dates, items and exhibits do not. */
const FIGURE = /\d,\d{3}|\d\.\d|\d ?%/
const SIGN = /^[$%)]$/
/** A longer cell holds prose, which a table may lay out. */
const LONGEST = 120

/**
 * Read a table cell by cell, as words and figures come, where its rows are not words followed by figures: classes with
 * their ratings, pairs of names and figures side by side. Null where fewer than two of its rows print a figure.
 *
 * > Class     Balance        Rate     Rating        Number of Loans      400      Average Score     691
 *   2-A-1     $100,000,000   6.25%    AAA/Aaa       Average Balance  $153,010     Average LTV    74.11%
 */
export function readPlainTable(
  source: HtmlSource,
  table: HtmlTable,
  rows: readonly LaidCell[][],
): Grid | null {
  const first = rows.findIndex(isPlainRow)
  if (first < 0 || rows.filter(isPlainRow).length < 2) return null
  const top = rows.slice(0, first)
  const heads = top.filter(cells => cells.length > 1)
  const body = rows.slice(first).filter(cells => cells.length > 0)
  const columns = columnsOf([...heads, ...body])
  const labels = columns[0]?.left ?? 0
  const headOf = (left: number, right: number) =>
    joinAll(
      source,
      heads.map(row => within(row, left, right)),
    )
  return {
    headings: [],
    title: top.flatMap(cells => (cells.length === 1 ? cells.map(cell => cellOf(source, cell)) : [])),
    stub: headOf(0, labels),
    columns: columns.map(({ left, right, start }) => {
      const head = headOf(left, right)
      const at = head?.at ?? placeOf(source, start, start)
      return { header: head?.text ?? '', at, money: false, percent: false }
    }),
    rows: body.flatMap(cells => readRow(source, cells, columns)),
    tail: [],
    notes: [],
    at: placeOf(source, table.start, table.end),
    isPlain: true,
  }
}

/** Does the row print a figure behind its first cell? */
export function isPlainRow(cells: readonly LaidCell[]): boolean {
  if (cells.length < 2 || cells.some(({ text }) => text.length > LONGEST)) return false
  return cells.slice(1).some(({ text }) => FIGURE.test(text))
}

/** The cells of the row with most of them, but for the first and signs, make the columns. */
function columnsOf(rows: readonly LaidCell[][]): LaidCell[] {
  let most: LaidCell[] = []
  for (const row of rows) {
    const own = row.slice(1).filter(({ text }) => !SIGN.test(text))
    if (own.length > most.length) most = own
  }
  return most
}

/** The cell as it is printed; the place of a figure is its own, without signs. */
function cellOf(source: HtmlSource, cell: LaidCell): Cell {
  const figure = readCellFigure(cell)
  const { start, end } = figure === null ? cell : spanOfPart(cell, figure.first, figure.last)
  return { text: cell.text, at: placeOf(source, start, end) }
}

const within = (cells: readonly LaidCell[], left: number, right: number) =>
  cells.filter(cell => cell.left < right && cell.right > left && !SIGN.test(cell.text))

function joinAll(source: HtmlSource, rows: readonly LaidCell[][]): Cell | null {
  const cells = rows.flat().map(cell => cellOf(source, cell))
  const [first, ...rest] = cells
  return first === undefined ? null : rest.reduce(joinCells, first)
}

/** Each cell goes to the first column it stands in, else to the last; nothing printed is left out. */
function readRow(source: HtmlSource, printed: readonly LaidCell[], columns: readonly LaidCell[]): GridRow[] {
  const [name, ...more] = printed
  const last = more[more.length - 1] ?? name
  if (name === undefined || last === undefined) return []
  const bins: LaidCell[][] = columns.map(() => [])
  for (const cell of more) {
    if (SIGN.test(cell.text)) continue
    const at = columns.findIndex(({ left, right }) => cell.left < right && cell.right > left)
    bins[at < 0 ? bins.length - 1 : at]?.push(cell)
  }
  const cells = bins.map(own => joinAll(source, [own]))
  return [{ label: cellOf(source, name), cells, group: null, at: placeOf(source, name.start, last.end) }]
}
