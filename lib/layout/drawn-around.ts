import { isSamePlace } from '../addresses/place-address.ts'
import { formatCount } from '../format/numbers.ts'
import type { Drawn, DrawnCell, DrawnTable } from '../grid/html/drawn.ts'
import type { Mark } from './mark-line.ts'
import { type RowsAround, rowsAround } from './rows-around.ts'

/** A table as it is shown: some rows and columns of it, and how many of each are left out. */
export type ShownTable = RowsAround & {
  kind: 'table'
  /** Of the whole table, as the file has it. */
  table: DrawnTable
  columns: number
  columnsBefore: number
  columnsAfter: number
}
type ShownText = Extract<Drawn[number], { kind: 'text' }>
export type ShownDrawn = {
  parts: (ShownTable | ShownText)[]
  /** Tables and texts that are left out on either side. */
  before: number
  after: number
}

/**
 * How much of what a place of HTML shows is drawn at once: a page of it stays within 3 MB. Every cell takes some 170 bytes
 * beside its text, which stands on the page twice.
 */
const most = { parts: 30, cells: 6000, columns: 60, rows: 300, characters: 400_000, text: 2000 }
/** However many there are, so many rows of a table are drawn, and so many characters of a text. */
const least = { rows: 3, text: 40 }

/**
 * What is shown of drawn tables and texts with the chosen figure among them: all of them where they are of a usual size,
 * else those around it, their rows and columns around it, and of each text its beginning.
 */
export function drawnAround(drawn: Drawn, marks: readonly Mark[]): ShownDrawn {
  const figure = marks.find(({ role }) => role === 'figure')?.at
  const isChosen = ({ at }: Pick<DrawnCell, 'at'>) =>
    at !== null && figure !== undefined && isSamePlace(at, figure)
  const chosen = drawn.findIndex(part =>
    part.kind === 'text' ? isChosen(part) : part.rows.flat().some(isChosen),
  )
  const [from, to] = rangeAround(drawn.length, chosen, most.parts)
  const cellsEach = most.cells / Math.max(1, to - from)
  const parts = drawn
    .slice(from, to)
    .map(part => (part.kind === 'text' ? part : tableAround(part, isChosen, cellsEach)))
  return { parts: clipTexts(parts), before: from, after: drawn.length - to }
}

/** So many of `count` things around one, from and to; the first ones where none is chosen. */
function rangeAround(count: number, chosen: number, wanted: number): [number, number] {
  const from = Math.max(0, Math.min(chosen - Math.floor(wanted / 2), count - wanted))
  return [from, Math.min(count, from + wanted)]
}

function tableAround(
  table: DrawnTable,
  isChosen: (cell: DrawnCell) => boolean,
  mostCells: number,
): ShownTable {
  const row = table.rows.findIndex(cells => cells.some(isChosen))
  const column = table.rows[row]?.find(isChosen)?.column ?? 0
  const narrow = columnsAround(table, column)
  const rows = Math.floor(Math.min(most.rows, Math.max(least.rows, mostCells / narrow.columns)))
  const { columns, before, after } = narrow
  return {
    kind: 'table',
    table,
    ...rowsAround({ ...table, rows: narrow.rows, columns }, row, rows),
    columns,
    columnsBefore: before,
    columnsAfter: after,
  }
}

/**
 * The first column, which has the labels, and those around one; cells over several keep the part that is shown.
 *
 * > State | 1 | 2 | … | 998 | 999 | 1,000 | …        State | 998 | 999 | 1,000
 */
function columnsAround({ rows, columns }: DrawnTable, chosen: number) {
  if (columns <= most.columns) return { rows, columns, before: 0, after: 0 }
  const wanted = most.columns - 1
  const [from, to] = rangeAround(columns - 1, chosen - 1, wanted).map(at => at + 1) as [number, number]
  const shownAt = (column: number) => Math.min(column, 1) + Math.max(0, Math.min(column, to) - from)
  const narrow = (cell: DrawnCell): DrawnCell[] => {
    const column = shownAt(cell.column)
    const colspan = shownAt(cell.column + cell.colspan) - column
    return colspan > 0 ? [{ ...cell, column, colspan }] : []
  }
  return {
    rows: rows.map(cells => cells.flatMap(narrow)),
    columns: most.columns,
    before: from - 1,
    after: columns - to,
  }
}

function clipTexts(parts: ShownDrawn['parts']): ShownDrawn['parts'] {
  const cells = (part: ShownTable) => part.head.length * part.columns + part.body.length * part.columns
  const count = parts.reduce((sum, part) => sum + (part.kind === 'text' ? 1 : cells(part)), 0)
  const longest = Math.max(least.text, Math.min(most.text, most.characters / Math.max(1, count)))
  const clip = <T extends { text: string }>(one: T): T => ({ ...one, text: clipText(one.text, longest) })
  return parts.map(part => {
    if (part.kind === 'text') return clip(part)
    return { ...part, head: part.head.map(row => row.map(clip)), body: part.body.map(row => row.map(clip)) }
  })
}

/** Characters that markup writes as several. */
const escapedAs = 5

/** A text's beginning, and how much is left out; what takes more room on a page counts for more. */
function clipText(text: string, longest: number): string {
  if (text.length * escapedAs <= longest) return text
  const escaped = text.slice(0, longest).match(/[<>&"]/g)?.length ?? 0
  const shown = Math.floor(longest / (1 + (escapedAs * escaped) / longest))
  if (text.length <= shown) return text
  return `${text.slice(0, shown)} … ${formatCount(text.length - shown)} characters`
}
