import type { Footnote } from '../../report.ts'
import { type Cell, type Grid, type GridColumn, type GridRow, spanPlaces } from '../grid.ts'
import { isFigure, isMissing } from '../text/figure-token.ts'
import { type ColumnExtent, findColumns, placeAtoms } from '../text/find-columns.ts'
import { opensLabel } from '../text/label-words.ts'
import { joinCells } from '../text/read-rows.ts'
import type { Atom, RowLine } from '../text/row-line.ts'
import { type HtmlSource, placeOf } from './html-source.ts'
import { type LaidCell, layOutTable } from './lay-out-table.ts'
import type { HtmlTable } from './parse-html.ts'
import { readClassTable } from './read-class-table.ts'

/** A row of cells told apart: words on the label side, and figures with their columns as extents. */
type FigureRow = {
  cells: LaidCell[]
  words: LaidCell[]
  line: RowLine
  figures: Map<Atom, Cell>
  /** The cell a figure stands in, for figures that are labels. */
  holders: Map<Atom, LaidCell>
}

/** Columns are drawn this wide, so that neighbours never touch and extents can be compared as on a printed page. */
const WIDTH = 10

/**
 * Read a table of HTML into a grid, or give null when fewer than two of its rows hold figures.
 *
 * `$`, `%` and `)` in cells of their own belong to the figure beside them. Rows before the first figures are header,
 * or title when a single cell fills them.
 */
export function readHtmlTable(source: HtmlSource, table: HtmlTable): Grid | null {
  const rows = layOutTable(table).filter(cells => cells.length > 0)
  const read = rows.map((cells, index) => readRow(source, cells, index))
  const withFigures = read.filter(row => row.line.atoms.length > 0)
  const first = withFigures[0]
  if (first === undefined || withFigures.length < 2) return readClassTable(source, table, rows)
  const columns = findColumns(withFigures.map(row => row.line))
  const top = read.slice(0, first.line.index)
  const titles = top.filter(isTitleRow)
  const headers = top.filter(row => !isTitleRow(row)).flatMap(row => row.cells)
  const { rows: body, notes } = readBody(source, read.slice(first.line.index), columns)
  return {
    headings: [],
    title: titles.flatMap(row => row.cells.map(cell => cellOf(source, cell))),
    ...readHeader(source, headers, columns, first),
    rows: body,
    tail: [],
    notes,
    at: placeOf(source, table.start, table.end),
  }
}

/** A row before the header that one cell fills from the labels on; words that begin further right span columns. */
function isTitleRow({ cells }: FigureRow): boolean {
  const [only, ...more] = cells
  return only !== undefined && more.length === 0 && only.left === 0 && only.right > 1
}

function readRow(source: HtmlSource, cells: LaidCell[], index: number): FigureRow {
  const line: RowLine = { index, from: 0, to: 0, atoms: [] }
  const row: FigureRow = { cells, words: [], line, figures: new Map(), holders: new Map() }
  let dollar = false
  let isText = false
  for (const cell of cells) {
    const last = line.atoms[line.atoms.length - 1]
    if (isText) row.words.push(cell)
    else if (cell.text === '$') dollar = true
    else if (cell.text === '%' && last !== undefined) last.percent = true
    else if (cell.text === ')' && last !== undefined) continue
    else if (takeFigure(source, row, cell, dollar)) dollar = false
    else if (line.atoms.length === 0) row.words.push(cell)
    else {
      giveBack(row, cell)
      isText = true
    }
  }
  const end = row.words[row.words.length - 1]
  if (end !== undefined) line.to = end.right * WIDTH - 1
  return row
}

/** Words after figures make those figures words too: a row of text, not of sums. */
function giveBack(row: FigureRow, cell: LaidCell) {
  row.words = row.cells.slice(0, row.cells.indexOf(cell) + 1)
  row.line.atoms = []
  row.figures.clear()
}

const SIGNED = /^(\(?)\s*(\$?)\s*(.*?)\s*(%?)\s*(?:\(\d{1,2}\))?$/

function takeFigure(source: HtmlSource, row: FigureRow, cell: LaidCell, dollar: boolean): boolean {
  if (cell.text.length > 30) return false
  const [, open = '', money = '', body = '', percent = ''] = SIGNED.exec(cell.text) ?? []
  const isNegative = open !== '' && !body.endsWith(')')
  const digits = isNegative ? body : `${open}${body}`
  if (!isFigure(digits, 0, digits.length) && !isMissing(digits, 0, digits.length)) return false
  const [start, end] = [cell.left * WIDTH + 1, cell.right * WIDTH - 1]
  const atom: Atom = { from: start, start, end, money: dollar || money !== '', percent: percent !== '' }
  row.line.atoms.push(atom)
  row.holders.set(atom, cell)
  row.figures.set(atom, {
    text: isNegative ? `(${digits})` : digits,
    at: placeInside(source, cell, isNegative ? `(${money}${digits}` : digits),
  })
  return true
}

/** The place of the digits in the cell's markup; of the whole cell where entities stand between. */
function placeInside(source: HtmlSource, cell: LaidCell, digits: string): Cell['at'] {
  const at = source.text.slice(cell.start, cell.end).indexOf(digits)
  return at < 0
    ? placeOf(source, cell.start, cell.end)
    : placeOf(source, cell.start + at, cell.start + at + digits.length)
}

function cellOf(source: HtmlSource, cell: LaidCell): Cell {
  return { text: cell.text, at: placeOf(source, cell.start, cell.end) }
}

/** Header cells go to every column of figures they stand over; those left of all figures make the stub. */
function readHeader(
  source: HtmlSource,
  headers: readonly LaidCell[],
  columns: readonly ColumnExtent[],
  first: FigureRow,
): { stub: Cell | null; columns: GridColumn[] } {
  const bins: Cell[][] = columns.map(() => [])
  const stub: Cell[] = []
  for (const cell of headers) {
    const over = columns.flatMap((column, order) => (overlaps(cell, column) ? [order] : []))
    const owners = over.length > 0 ? over : [nearest(cell, columns)]
    const left = columns[0]?.start ?? 0
    if (over.length === 0 && cell.right * WIDTH <= left && cell.left === (first.cells[0]?.left ?? 0))
      stub.push(cellOf(source, cell))
    else for (const order of owners) bins[order]?.push(cellOf(source, cell))
  }
  const fallback = first.cells[0]
  const bare =
    fallback === undefined ? placeOf(source, 0, 0) : placeOf(source, fallback.start, fallback.start)
  return {
    stub: joinAll(stub),
    columns: columns.map(({ money, percent }, order) => {
      const cell = joinAll(bins[order] ?? [])
      return { header: cell?.text ?? '', at: cell?.at ?? bare, money, percent }
    }),
  }
}

function overlaps(cell: LaidCell, column: ColumnExtent): boolean {
  return cell.left * WIDTH < column.end && cell.right * WIDTH > column.start
}

function nearest(cell: LaidCell, columns: readonly ColumnExtent[]): number {
  const middle = ((cell.left + cell.right) * WIDTH) / 2
  let best = 0
  columns.forEach(({ start, end }, order) => {
    const column = columns[best]
    if (column && Math.abs((start + end) / 2 - middle) < Math.abs((column.start + column.end) / 2 - middle))
      best = order
  })
  return best
}

function joinAll(cells: readonly Cell[]): Cell | null {
  const [first, ...rest] = cells
  return first === undefined ? null : rest.reduce(joinCells, first)
}

const NOTE = /^(?:\((\d{1,2})\)|\[(\d{1,2})\]|(\*{1,3}))\s*(.*)$/s

/** Rows with figures, group headings and wrapped labels between them, and notes in the table's last rows. */
function readBody(
  source: HtmlSource,
  read: readonly FigureRow[],
  columns: readonly ColumnExtent[],
): { rows: GridRow[]; notes: Footnote[] } {
  const rows: GridRow[] = []
  const notes: Footnote[] = []
  let group: string | null = null
  let pending: Cell | null = null
  for (const row of read) {
    const words = joinAll(row.words.map(cell => cellOf(source, cell)))
    if (row.line.atoms.length === 0) {
      const note = words === null ? null : readNote(words)
      if (note !== null) notes.push(note)
      else if (words !== null && opensLabel(words.text))
        pending = pending === null ? words : joinCells(pending, words)
      else group = words?.text ?? group
      continue
    }
    rows.push(bodyRow(source, row, columns, pending, group))
    pending = null
  }
  return { rows, notes }
}

/** The note that a cell's words are, or null. */
export function readNote(words: Cell): Footnote | null {
  const found = NOTE.exec(words.text)
  if (found === null) return null
  return { mark: found[1] ?? found[2] ?? found[3] ?? '', text: found[4] ?? '', at: words.at }
}

function bodyRow(
  source: HtmlSource,
  row: FigureRow,
  columns: readonly ColumnExtent[],
  pending: Cell | null,
  group: string | null,
): GridRow {
  const { cells, inLabel } = placeAtoms(row.line, columns)
  const inWords = row.words.map(cell => cellOf(source, cell))
  const own = row.line.atoms.slice(0, inLabel).flatMap(atom => {
    const holder = row.holders.get(atom)
    return holder === undefined ? [] : cellOf(source, holder)
  })
  const label = joinAll([...(pending === null ? [] : [pending]), ...inWords, ...own])
  const [first, last] = [row.cells[0], row.cells[row.cells.length - 1]]
  const at = placeOf(source, first?.start ?? 0, last?.end ?? 0)
  return {
    label,
    cells: cells.map(atom => (atom === null ? null : (row.figures.get(atom) ?? null))),
    group,
    at: pending === null ? at : spanPlaces(pending.at, at),
  }
}
