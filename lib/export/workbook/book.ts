/**
 * A workbook before it is written: sheets of cells with what each holds, how it looks and where it leads. Knows neither
 * deals nor the library that writes it.
 */

/** Where a cell leads: an address, or the first cell of another sheet. */
export type Link = { to: string } | { sheet: string }

/**
 * What a figure is, which its colour tells: `filed` stands so in the filing, `live` is a formula of the workbook, `known` is
 * what Strata found without a formula.
 */
export type Ink = 'filed' | 'live' | 'known' | 'note' | 'fault'

export type Look = {
  ink?: Ink
  bold?: boolean
  large?: boolean
  wrap?: boolean
  fill?: 'head' | 'band' | 'fault'
  /** A line above, as over a total. */
  ruled?: boolean
  /** Text and figures alike. */
  align?: 'left' | 'right'
  /** The columns that a text runs over, its own among them, wrapped within them; those of the whole sheet at most. */
  across?: number
}

/** For a text that runs over the whole sheet. */
export const wholeSheet = Number.POSITIVE_INFINITY

export type BookCell = {
  value: string | number | boolean | null
  /** Without `=`; `value` is what it comes to. */
  formula?: string
  /** As spreadsheets write them: `#,##0.00`. */
  format?: string
  look?: Look
  link?: Link | null
}

export type Sheet = {
  name: string
  rows: (BookCell | null)[][]
  /** Of each column, in characters. */
  widths: number[]
  /** Rows at the top and columns at the left that stay in sight; the rows are printed on every page. */
  frozen: { rows: number; columns: number }
  /** From which row (the first is 0) rows can be filtered, by the cells of that row. */
  filterRow?: number
  tab?: 'fault'
}

/** A name that formulas may use, and the cells it stands for, their sheet included. */
export type DefinedName = { name: string; cells: string }

export type Book = {
  title: string
  sheets: Sheet[]
  names: DefinedName[]
}

/** So many links a sheet may have; Excel repairs a file with more by leaving all of them out. */
export const mostLinks = 65_530

/** A text; nothing where there is none. */
export function textCell(text: string | null | undefined, look?: Look, link?: Link | null): BookCell | null {
  return text ? { value: text, ...(look && { look }), ...(link && { link }) } : null
}

/** The heading over a column. */
export function headCell(text: string, align?: Look['align']): BookCell {
  return { value: text, look: { bold: true, fill: 'head', wrap: true, ...(align && { align }) } }
}

/** Headings over columns, each set as what most of its column is: figures to the right. */
export function headRow(heads: readonly string[], rows: readonly (BookCell | null)[][]): BookCell[] {
  return heads.map((head, column) => {
    const cells = rows.flatMap(row => row[column] ?? []).filter(({ value }) => value !== null)
    const figures = cells.filter(({ value, look }) => typeof value === 'number' && look?.align !== 'left')
    return headCell(head, figures.length > cells.length / 2 ? 'right' : undefined)
  })
}

/** A heading over rows, as wide as they are. */
export function bandRow(text: string, columns: number): (BookCell | null)[] {
  return Array.from({ length: columns }, (_, column) => ({
    value: column === 0 ? text : null,
    look: { bold: true, fill: 'band' },
  }))
}

/** `YYYY-MM-DD` as a spreadsheet's date; the text itself where it is none, or before spreadsheets' calendar holds. */
export function dayCell(day: string | null | undefined, look?: Look, link?: Link | null): BookCell | null {
  if (!day) return null
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  const days = instant / 86_400_000 + daysBeforeEpoch
  if (!(days > firstSafeDay)) return textCell(day, look, link)
  return {
    value: days,
    format: 'yyyy-mm-dd',
    look: { align: 'left', ...look },
    ...(link && { link }),
  }
}

/** 1970-01-01 is day 25,569; before day 61 spreadsheets count a 29 February 1900 that never was. */
const daysBeforeEpoch = 25_569
const firstSafeDay = 60
