import type { Cell, ExportTable } from './export-table.ts'

/**
 * What a spreadsheet takes for a formula when it stands first in a cell, full-width forms included, also behind blanks and
 * characters that show nothing, which some programs leave out. Figures are written by us and never guarded; text of a filing
 * always is.
 */
const formulaStart = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣－﹦﹫−])/u

/** Without it Excel reads a file that is opened by a click in the code page of its machine, and breaks every accent. */
const byteOrderMark = '\ufeff'

/** A table as CSV by RFC 4180, in UTF-8 that says so: CRLF after each row, quotes where needed, figures plain. */
export function formatCsv({ headers, rows }: ExportTable): string {
  return byteOrderMark + formatLine(headers.map(guard)) + formatCsvRows(rows)
}

/** The rows of a table alone, as they stand under its headers. */
export function formatCsvRows(rows: readonly Cell[][]): string {
  return rows.map(row => formatLine(row.map(cellText))).join('')
}

function formatLine(texts: string[]): string {
  return `${texts.map(quote).join(',')}\r\n`
}

/** A cell as text: figures in plain digits without grouping, text guarded, nothing for an empty cell. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if ('text' in cell) return guard(cell.text)
  return 'day' in cell ? cell.day : plainFigure(cell)
}

/** With the decimals the filing prints, or all it has should those not be enough. */
function plainFigure({ figure, decimals }: { figure: number; decimals: number | null }): string {
  const printed = decimals === null ? String(figure) : figure.toFixed(decimals)
  return Number(printed) === figure ? printed : String(figure)
}

/** Text that no spreadsheet runs: an apostrophe goes before whatever starts like a formula. */
export function guard(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
