import { columnsNotRead, withoutRows } from '../bound-grid.ts'
import type { Grid } from '../grid.ts'
import { printsMark } from '../prints-mark.ts'
import { gridSettings } from '../settings.ts'
import { findColumns } from '../text/find-columns.ts'
import { isFurniture } from '../text/find-header.ts'
import { placeMarks } from '../text/place-marks.ts'
import { type FigureRow, readFigureRow } from './figure-row.ts'
import { withFirstColumns } from './first-columns.ts'
import { endOfFullRows, fullRows } from './full-rows.ts'
import { cellOf, type HtmlSource, placeOf } from './html-source.ts'
import { joinLabelsAbove } from './join-labels-above.ts'
import { joinRangeCells } from './join-range-cells.ts'
import type { LaidCell } from './lay-out-table.ts'
import type { HtmlTable } from './parse-html.ts'
import { partHeadings } from './part-headings.ts'
import { readBody } from './read-body.ts'
import { readHtmlHeader } from './read-html-header.ts'
import { isPlainRow, readPlainTable } from './read-plain-table.ts'
import { withSparseColumns } from './sparse-columns.ts'
import { splitBrokenRows } from './split-broken-rows.ts'
import { splitPairedCells } from './split-paired-cells.ts'
import { splitTable, type TablePart } from './split-table.ts'
import { splitTail } from './split-tail.ts'
import { unfoldRows } from './unfold-rows.ts'
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
  const parts = splitTable(joinLabelsAbove(read))
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
  const { rows: whole, tail } = splitTail(part.body)
  const own = partHeadings(whole)
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
    ...readHtmlHeader(source, headersOf(part, first), { first, full, columns }),
    ...(beyond >= 0 && { issues: [columnsNotRead(columns.length, placeOf(source, beyond, beyond + 1))] }),
  }
  if (own.length * columns.length > gridSettings.mostCells)
    return [withoutRows({ ...top, rows: [], tail: [], notes: [], at }, own.length)]
  const labels = () => figures.map(({ words }) => ({ label: words[0] ?? null, cells: [] }))
  const prints = (mark: string) => printsMark({ ...top, rows: labels() }, mark)
  const { rows, notes } = readBody(source, own, { columns, end, prints })
  return [{ ...top, rows, tail: tail.map(piece => cellOf(source, piece)), notes, at }]
}

/** The header without what stands over a column of headings alone. */
function headersOf({ headers }: TablePart, { over }: FigureRow): readonly LaidCell[] {
  return over === undefined ? headers : headers.filter(({ right }) => right > over.right)
}

/** From the first cell of its title or header to the last of its rows. */
function placeOfPart(source: HtmlSource, { start, body }: TablePart): Grid['at'] {
  return placeOf(source, start, body[body.length - 1]?.cells.at(-1)?.end ?? start)
}
