import type { Footnote } from '../../report.ts'
import { columnsNotRead, withoutRows } from '../bound-grid.ts'
import { completeTotal } from '../complete-total.ts'
import { type Cell, type Grid, type GridRow, spanPlaces } from '../grid.ts'
import { GroupStack } from '../group-stack.ts'
import { joinAllCells, joinCells } from '../join-cells.ts'
import { gridSettings } from '../settings.ts'
import { type ColumnExtent, findColumns, placeAtoms } from '../text/find-columns.ts'
import { isFurniture } from '../text/find-header.ts'
import { beginWithCapitals, continuesLabel, isRestOfLabel, opensLabel } from '../text/label-words.ts'
import { placeMarks } from '../text/place-marks.ts'
import { isTotalLabel } from '../total-label.ts'
import type { CellFigure } from './figure-cell.ts'
import { type FigureRow, readFigureRow } from './figure-row.ts'
import { withFirstColumns } from './first-columns.ts'
import { endOfFullRows, fullRows, withoutLostPlaces } from './full-rows.ts'
import { cellOf, type HtmlSource, placeOf } from './html-source.ts'
import { joinRangeCells } from './join-range-cells.ts'
import type { LaidCell } from './lay-out-table.ts'
import { readNote } from './note.ts'
import type { HtmlTable } from './parse-html.ts'
import { readHtmlHeader } from './read-html-header.ts'
import { isPlainRow, readPlainTable } from './read-plain-table.ts'
import { withSparseColumns } from './sparse-columns.ts'
import { splitBrokenRows } from './split-broken-rows.ts'
import { splitPairedCells } from './split-paired-cells.ts'
import { splitTable, type TablePart } from './split-table.ts'
import { splitTail } from './split-tail.ts'
import { spanOfPart } from './text-run.ts'
import { unfoldRows } from './unfold-rows.ts'
import { withoutLeaders } from './without-leaders.ts'
import { withoutRanks } from './without-ranks.ts'

/**
 * Read a table of HTML into the grids printed in it; none when it prints no figures in rows.
 *
 * Rows before the first figures are header, or title when a single cell fills them. A table has two rows of figures, but
 * for a part that a page break has left with `fewest`.
 */
export function readHtmlTable(source: HtmlSource, table: HtmlTable, fewest = 2): Grid[] {
  return unfoldRows(splitPairedCells(source, splitBrokenRows(table.rows))).flatMap((rows, _, all) =>
    readRows(source, table, withoutRanks(joinRangeCells(rows)), fewest, all.length > 1),
  )
}

/** The grids of some rows of a table; all of them, or those of one `isBeside` others. */
function readRows(
  source: HtmlSource,
  table: HtmlTable,
  rows: readonly LaidCell[][],
  fewest: number,
  isBeside: boolean,
): Grid[] {
  const read = rows.map((cells, index) => readFigureRow(cells, index)).filter(row => !isPageNumber(row))
  if (!isOfFigures(read, fewest)) {
    const plain = readPlainTable(source, table, rows)
    return plain === null ? [] : [plain]
  }
  const parts = splitTable(read)
  const at = placeOf(source, table.start, table.end)
  const isWhole = parts.length === 1 && !isBeside
  return parts.flatMap(part => readPart(source, part, isWhole ? at : placeOfPart(source, part)))
}

/** A page number that a page break has left inside the table: a cell that fills its row, or words such as `S-33`. */
function isPageNumber({ cells: [only, ...more] }: FigureRow): boolean {
  if (only === undefined || more.length > 0 || !isFurniture(only.text)) return false
  return only.right - only.left > 1 || !/^\d+$/.test(only.text)
}

const hasFigures = ({ line }: FigureRow) => line.atoms.length > 0

/** Do the rows with figures have words first and then figures alone, but for a few? */
function isOfFigures(rows: readonly FigureRow[], fewest: number): boolean {
  const figures = rows.filter(hasFigures).length
  if (figures < fewest) return false
  const mixed = rows.filter(row => !hasFigures(row) && row.cells.length > 2 && isPlainRow(row.cells)).length
  return mixed < 2 || mixed <= figures
}

function readPart(source: HtmlSource, printed: TablePart, at: Grid['at']): Grid[] {
  const { part, beyond } = withFirstColumns(printed)
  const { rows: own, tail } = splitTail(part.body)
  const figures = own.filter(hasFigures)
  const [first] = figures
  if (first === undefined) return []
  placeMarks(
    figures.map(({ line }) => line),
    (line, { cell }) => figures.find(row => row.line === line)?.words.push(cell),
  )
  const end = endOfFullRows(part, figures)
  const full = fullRows(figures, end)
  const usual = findColumns(full.map(row => row.line))
  const columns = withSparseColumns(usual, full, part.headers)
  const cells = (laid: readonly LaidCell[]) => laid.map(cell => cellOf(source, cell))
  const top = {
    headings: cells(part.headings),
    title: cells(part.title),
    ...readHtmlHeader(source, part.headers, { first, full, columns }),
    ...(beyond >= 0 && { issues: [columnsNotRead(columns.length, placeOf(source, beyond, beyond + 1))] }),
  }
  if (own.length * columns.length > gridSettings.mostCells)
    return [withoutRows({ ...top, rows: [], tail: [], notes: [], at }, own.length)]
  const { rows, notes } = readBody(source, own, columns, end)
  return [{ ...top, rows, tail: tail.map(piece => cellOf(source, piece)), notes, at }]
}

/** From the first cell of its title or header to the last of its rows. */
function placeOfPart(source: HtmlSource, { start, body }: TablePart): Grid['at'] {
  return placeOf(source, start, body[body.length - 1]?.cells.at(-1)?.end ?? start)
}

function figureOf(source: HtmlSource, { cell, figure, first, last }: CellFigure): Cell {
  const { start, end } = spanOfPart(cell, first, last)
  return { text: figure, at: placeOf(source, start, end) }
}

function joinWords(source: HtmlSource, cells: readonly LaidCell[]): Cell | null {
  const [only] = cells
  if (only !== undefined && cells.length === 1) return cellOf(source, only)
  return joinAllCells(cells.map(cell => cellOf(source, cell)))
}

/**
 * Rows with figures, group headings and wrapped labels between them, and notes in the table's last rows. A cell left of
 * the labels that spans several rows, or that rows below it leave blank, is a group's heading, too.
 */
function readBody(
  source: HtmlSource,
  read: readonly FigureRow[],
  columns: readonly ColumnExtent[],
  end: number,
): { rows: GridRow[]; notes: Footnote[] } {
  const rows: GridRow[] = []
  const notes: Footnote[] = []
  const groups = new GroupStack()
  let pending: Cell[] = []
  const labels = read.filter(hasFigures).flatMap(({ words }) => words[0]?.text ?? [])
  const capitals = beginWithCapitals(labels)
  const headsAt = findHeadingColumn(read)
  const opens = (words: Cell, next: FigureRow | undefined) =>
    opensLabel(words.text) ||
    (capitals &&
      next !== undefined &&
      hasFigures(next) &&
      isRestOfLabel(words.text, next.words[0]?.text ?? ''))
  const isHeadingRow = (row: FigureRow | undefined, next: FigureRow | undefined) => {
    const words = row === undefined || hasFigures(row) ? null : joinWords(source, row.words)
    return words !== null && readNote(words) === null && !opens(words, next)
  }
  for (const [at, row] of read.entries()) {
    const next = read[at + 1]
    if (!hasFigures(row)) {
      const words = joinWords(source, row.words)
      const note = words === null ? null : readNote(words)
      if (note !== null) notes.push(note)
      else if (words !== null && (pending.length > 0 || opens(words, next))) pending.push(words)
      else if (words !== null && capitals && endsLabel(rows.at(-1), read[at - 1], words))
        extendLast(rows, words)
      else if (words !== null) groups.head(words.text, isHeadingRow(next, read[at + 2]))
      continue
    }
    const [over, ...words] = row.words
    const isOver = over !== undefined && words.length > 0 && (over.rowspan > 1 || over.left === headsAt)
    if (isOver) groups.head(over.text, false)
    const own = isOver ? { ...row, words } : row
    const label = row.words[0]?.text ?? ''
    const group = isTotalLabel(label) && !/^sub/i.test(label) ? null : groups.path
    putRow(rows, withoutLostPlaces(bodyRow(source, own, columns, pending, group), row, end))
    pending = []
  }
  return { rows, notes }
}

/**
 * Where the cells stand that head the rows from theirs on, in a column of their own left of the labels: some span rows, or
 * rows have a label alone, right of where others have two. -1 where none do.
 *
 * > <tr><td>Owner Occupied</td><td>Single Family</td><td>16</td>
 *   <tr><td></td>              <td>Condominium</td>  <td>13</td>
 */
function findHeadingColumn(rows: readonly FigureRow[]): number {
  const labelled = rows.filter(row => hasFigures(row) && !isTotalLabel(row.words[0]?.text ?? ''))
  const [over, label] = labelled.find(({ words }) => words.length === 2)?.words ?? []
  if (over === undefined || label === undefined) return -1
  const isSpanned = labelled.some(({ words }) => words[0]?.left === over.left && words[0].rowspan > 1)
  const isBlankBelow = labelled.some(({ words }) => words.length === 1 && words[0]?.left === label.left)
  const isParted = labelled.every(({ words }) =>
    words.length === 2 ? words[0]?.left === over.left : words[0]?.left === label.left,
  )
  return isSpanned || (isBlankBelow && isParted) ? over.left : -1
}

/** Do words right below a row end its label, as they or it say? `Planned Unit` / `development` */
function endsLabel(row: GridRow | undefined, above: FigureRow | undefined, words: Cell): boolean {
  return (
    above !== undefined && hasFigures(above) && !!row?.label && continuesLabel(row.label.text, words.text)
  )
}

function extendLast(rows: GridRow[], words: Cell): void {
  const row = rows.pop()
  if (row === undefined) return
  rows.push({ ...row, label: row.label && joinCells(row.label, words), at: spanPlaces(row.at, words.at) })
}

/** A row of its own, or the averages of the total above. */
function putRow(rows: GridRow[], row: GridRow): void {
  const total = rows[rows.length - 1]
  const whole = total === undefined ? null : completeTotal(total, row)
  if (whole === null) rows.push(row)
  else rows[rows.length - 1] = whole
}

/** Words with a figure for each column go by order, wherever spacers have put them; other figures stand in their columns. */
function placeFigures({ words, line }: FigureRow, columns: readonly ColumnExtent[]) {
  const isOneEach = words.length > 0 && line.atoms.length === columns.length
  return isOneEach ? { cells: line.atoms, inLabel: 0 } : placeAtoms(line, columns)
}

function bodyRow(
  source: HtmlSource,
  row: FigureRow,
  columns: readonly ColumnExtent[],
  pending: readonly Cell[],
  group: string | null,
): GridRow {
  const { cells, inLabel } = placeFigures(row, columns)
  const left =
    inLabel === 0 ? row.words : [...row.words, ...row.line.atoms.slice(0, inLabel).map(({ cell }) => cell)]
  const words = joinWords(source, left)
  const own = pending.length === 0 ? words : joinAllCells(words === null ? pending : [...pending, words])
  const label = own && withoutLeaders(own)
  const [first, last] = [row.cells[0], row.cells[row.cells.length - 1]]
  const at = placeOf(source, first?.start ?? 0, last?.end ?? 0)
  return {
    label,
    cells: cells.map(atom => atom && figureOf(source, atom)),
    group,
    at: pending[0] === undefined ? at : spanPlaces(pending[0].at, at),
  }
}
