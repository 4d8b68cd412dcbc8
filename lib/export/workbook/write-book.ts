import { type Cell, type CellStyle, cellRef, rangeRef, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { cutText } from '../../cut-text.ts'
import { type Book, type BookCell, type Ink, type Link, type Look, mostLinks, type Sheet } from './book.ts'
import { quoteSheet } from './live.ts'

/** What Excel takes: codes of a cell, codes of a link's address, points of a row's height, digits of a column's width. */
const longestText = 32_767
const longestLink = 2079
const highestRow = 409
const widestColumn = 255

/**
 * A workbook as the bytes of an XLSX file: typed cells, formulas with their values, names, links, and how each sheet is
 * printed. Links beyond what a sheet may have are left out.
 */
export async function writeBook({ title, sheets, names }: Book): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({
    sheets: sheets.map(sheet => writeSheet(sheet, title)),
    namedRanges: [
      ...names.map(({ name, cells }) => ({ name, range: cells })),
      ...sheets.flatMap(printedHeadings),
    ],
    defaultFont: { name: 'Calibri', size: 11 },
    properties: { title: forXml(title), creator: 'Strata' },
  })
  return new Uint8Array(bytes)
}

function writeSheet(sheet: Sheet, title: string): WriteSheet {
  const { name, rows, widths, frozen, filterRow, tab } = sheet
  const lastColumn = widths.length - 1
  return {
    name,
    cells: writeCells(rows),
    merges: mergesOf(sheet),
    rowDefs: rowHeights(sheet),
    columns: widths.map(width => ({ width: Math.min(width, widestColumn) })),
    freezePane: frozen,
    ...(filterRow !== undefined &&
      rows.length > filterRow + 1 && {
        autoFilter: { range: rangeRef(filterRow, 0, rows.length - 1, lastColumn) },
      }),
    ...(tab && { view: { tabColor: { rgb: inks.fault } } }),
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'letter',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 },
    },
    headerFooter: { oddFooter: `&L${inFooter(title)}&C${inFooter(name)}&RPage &P of &N` },
  }
}

/** The rows that are printed on every page; named here, for the library writes their sheet's name without its quotes. */
function printedHeadings({ name, frozen }: Sheet) {
  if (frozen.rows === 0) return []
  return [{ name: '_xlnm.Print_Titles', range: `${quoteSheet(name)}!$1:$${frozen.rows}`, scope: name }]
}

const lineHeight = 15
/** A column's width is told in digits; so many letters of a bold heading fill one. */
const lettersToDigit = 1.05

/** Rows are as high as the text in them that wraps most. */
function rowHeights({ rows, widths }: Sheet): Map<number, { height: number }> {
  const heights = rows.map(row =>
    row.reduce((most, cell, column) => Math.max(most, linesOf(cell, widthOf(cell, column, widths))), 1),
  )
  return new Map(
    heights.flatMap((lines, row) =>
      lines > 1 ? [[row, { height: Math.min(lines * lineHeight, highestRow) }] as const] : [],
    ),
  )
}

/** Of all columns that a cell runs over, in digits. */
function widthOf(cell: BookCell | null, column: number, widths: readonly number[]): number {
  const last = lastColumnOf(cell, column, widths)
  return widths.slice(column, last + 1).reduce((sum, width) => sum + Math.min(width, widestColumn), 0) || 10
}

function lastColumnOf(cell: BookCell | null, column: number, { length }: readonly number[]): number {
  return Math.max(column, Math.min(column + (cell?.look?.across ?? 1), length) - 1)
}

/** One cell in place of those that a text runs over: else the sheet is as wide as its longest note where it is printed. */
function mergesOf({ rows, widths }: Sheet): NonNullable<WriteSheet['merges']> {
  return rows.flatMap((row, startRow) =>
    row.flatMap((cell, startCol) => {
      const endCol = lastColumnOf(cell, startCol, widths)
      return endCol > startCol ? [{ startRow, startCol, endRow: startRow, endCol }] : []
    }),
  )
}

/** Lines that a cell's text takes: one where it does not wrap. */
function linesOf(cell: BookCell | null, width: number): number {
  if (typeof cell?.value !== 'string' || !(cell.look?.wrap || cell.look?.across)) return 1
  let [lines, used] = [1, 0]
  for (const word of cell.value.split(/\s+/)) {
    if (used > 0 && used + 1 + word.length > width * lettersToDigit) [lines, used] = [lines + 1, word.length]
    else used += (used > 0 ? 1 : 0) + word.length
  }
  return lines
}

/** An ampersand begins what a footer makes of itself: the page's number, a font. */
function inFooter(text: string): string {
  return cutText(forXml(text), 44).replaceAll('&', '&&')
}

function writeCells(rows: Sheet['rows']): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>()
  let links = 0
  for (const [row, ofRow] of rows.entries())
    for (const [column, cell] of ofRow.entries()) {
      if (cell === null) continue
      const hasLink = links < mostLinks && canLead(cell.link)
      if (hasLink) links++
      cells.set(`${row},${column}`, writeCell(cell, hasLink ? (cell.link ?? null) : null))
    }
  return cells
}

function canLead(link: Link | null | undefined): boolean {
  return link != null && ('sheet' in link || link.to.length <= longestLink)
}

function writeCell({ value, formula, format, look = {} }: BookCell, link: Link | null): Partial<Cell> {
  const styled = { style: styleOf(look, format ?? ''), ...(link && { hyperlink: linkTo(link) }) }
  if (formula !== undefined) return { ...styled, type: 'formula', formula, formulaResult: value }
  if (typeof value === 'string') return { ...styled, ...textIn(value) }
  return { ...styled, value }
}

/** Text is always text: never a formula, and not the error that some texts are the names of. */
function textIn(text: string): Partial<Cell> {
  const value = cutText(forXml(text), longestText)
  return value.startsWith('#') ? { type: 'richText', value, richText: [{ text: value }] } : { value }
}

function linkTo(link: Link): NonNullable<Cell['hyperlink']> {
  return 'to' in link
    ? { target: link.to }
    : { target: '', location: `${quoteSheet(link.sheet)}!${cellRef(0, 0)}` }
}

const inks: Record<Ink, string> = {
  filed: '0000FF',
  live: '000000',
  known: '5F5F5F',
  note: '5F5F5F',
  fault: 'B00020',
}
const fills = { head: 'E7ECF2', band: 'F3F5F8', fault: 'FDE3E3' } as const

const styles = new Map<string, CellStyle>()

/** One object for all cells of a look: there are some dozens of these, and tens of thousands of cells. */
function styleOf(look: Look, format: string): CellStyle {
  const key = JSON.stringify([look, format])
  const known = styles.get(key)
  if (known) return known
  const { ink = 'live', bold = false, large = false, fill, ruled, align, across } = look
  const wrap = look.wrap ?? across !== undefined
  const style: CellStyle = {
    font: {
      name: 'Calibri',
      size: large ? 14 : 11,
      color: { rgb: inks[ink] },
      ...(bold && { bold }),
      ...(ink === 'known' && { italic: true }),
    },
    ...(fill && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fills[fill] } } }),
    ...(ruled && { border: { top: { style: 'thin', color: { rgb: '8A93A0' } } } }),
    ...((wrap || align) && {
      alignment: {
        vertical: wrap && across === undefined ? 'bottom' : 'top',
        ...(wrap && { wrapText: true }),
        ...(align && { horizontal: align }),
      },
    }),
    ...(format && { numFmt: format }),
  }
  styles.set(key, style)
  return style
}

/**
 * A text without the characters that XML 1.0 cannot hold, and that no spreadsheet shows; a workbook with one does not open.
 * What looks like the escape of a character (`_x000D_`) stays what it is.
 */
function forXml(text: string): string {
  return text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}
