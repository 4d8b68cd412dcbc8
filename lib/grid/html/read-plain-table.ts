import { columnsNotRead } from '../bound-grid.ts'
import type { Cell, Grid, GridRow } from '../grid.ts'
import { joinAllCells } from '../join-cells.ts'
import { gridSettings } from '../settings.ts'
import { readCellFigure } from './figure-cell.ts'
import { HeaderWords } from './header-words.ts'
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
  const across = columnsOf([...heads, ...body])
  const columns = across.slice(0, gridSettings.mostColumns)
  const edge = across[columns.length]
  const beyond = edge?.start ?? body.find(([cell]) => cell && cell.row.beyond >= 0)?.[0]?.row.beyond ?? -1
  const { stub, over } = headersOf(heads, columns)
  const joined = (words: HeaderWords | undefined) => joinCells(source, words?.cells ?? [])
  const within = (cell: LaidCell) => edge === undefined || cell.left < edge.left
  return {
    headings: [],
    title: top.flatMap(cells => (cells.length === 1 ? cells.map(cell => cellOf(source, cell)) : [])),
    stub: joined(stub),
    columns: columns.map(({ start }, order) => {
      const head = joined(over[order])
      const at = head?.at ?? placeOf(source, start, start)
      return { header: head?.text ?? '', at, money: false, percent: false }
    }),
    rows: body.flatMap(cells => readRow(source, edge === undefined ? cells : cells.filter(within), columns)),
    tail: [],
    notes: [],
    at: placeOf(source, table.start, table.end),
    isPlain: true,
    ...(beyond >= 0 && { issues: [columnsNotRead(columns.length, placeOf(source, beyond, beyond + 1))] }),
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

/** The words of header rows over the labels, and over each column. */
function headersOf(
  heads: readonly LaidCell[][],
  columns: readonly LaidCell[],
): { stub: HeaderWords; over: HeaderWords[] } {
  const stub = new HeaderWords()
  const over = columns.map(() => new HeaderWords())
  const labels = columns[0]?.left ?? 0
  for (const row of heads) {
    let first = 0
    for (const cell of row) {
      if (SIGN.test(cell.text)) continue
      if (cell.left < labels) stub.add(cell)
      first = columnFrom(columns, first, cell)
      for (let at = first; (columns[at]?.left ?? cell.right) < cell.right; at++) over[at]?.add(cell)
    }
  }
  return { stub, over }
}

/** The first column from `from` on that ends right of where a cell begins. Columns and cells stand in order. */
function columnFrom(columns: readonly LaidCell[], from: number, { left }: LaidCell): number {
  let at = from
  while ((columns[at]?.right ?? Number.POSITIVE_INFINITY) <= left) at++
  return at
}

function joinCells(source: HtmlSource, cells: readonly LaidCell[]): Cell | null {
  return joinAllCells(cells.map(cell => cellOf(source, cell)))
}

/** Each cell goes to the first column it stands in, else to the last; nothing printed is left out. */
function readRow(source: HtmlSource, printed: readonly LaidCell[], columns: readonly LaidCell[]): GridRow[] {
  const [name, ...more] = printed
  const last = more[more.length - 1] ?? name
  if (name === undefined || last === undefined) return []
  const bins: LaidCell[][] = columns.map(() => [])
  let first = 0
  for (const cell of more) {
    if (SIGN.test(cell.text)) continue
    first = columnFrom(columns, first, cell)
    const isOver = (columns[first]?.left ?? cell.right) < cell.right
    bins[isOver ? first : bins.length - 1]?.push(cell)
  }
  const cells = bins.map(own => joinCells(source, own))
  return [{ label: cellOf(source, name), cells, group: null, at: placeOf(source, name.start, last.end) }]
}
