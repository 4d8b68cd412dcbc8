import type { LaidCell } from './lay-out-table.ts'
import type { HtmlTable } from './parse-html.ts'

/**
 * Put the header that stands in a table of its own on top of the table of figures right below it; null when the two do
 * not go together: one has figures, the other begins with them, and their cells stand one over another.
 *
 * > <table> State | Loans | Balance </table> <table> California | 12 | 1,204 … </table>
 */
export function joinHeadTable(head: HtmlTable, table: HtmlTable): HtmlTable | null {
  const first = table.rows.find(isPrinted)
  if (first === undefined || !isFigures(first)) return null
  const headers = head.rows.filter(isPrinted)
  const last = headers[headers.length - 1]
  if (last === undefined || headers.some(isFigures) || last.length < 3) return null
  const isAsWide = head.width === table.width
  const columns = first.filter(isColumn)
  if (!isAsWide && headers.some(row => row.length !== columns.length)) return null
  const rows = isAsWide ? headers : headers.map(row => setOver(row, columns))
  return { rows: [...rows, ...table.rows], width: table.width, start: head.start, end: table.end }
}

const isPrinted = (row: readonly LaidCell[]) => row.length > 0
const isColumn = ({ text }: LaidCell) => !/^[$%)]$/.test(text)

function isFigures(row: readonly LaidCell[]): boolean {
  return row.slice(1).some(({ text }) => /^[($]*\d[\d,.]*[%)]*$/.test(text.slice(0, 40)))
}

/** The words of a header row over the columns of a row of figures, one by one. */
function setOver(header: readonly LaidCell[], columns: readonly LaidCell[]): LaidCell[] {
  return header.flatMap((word, order) => {
    const column = columns[order]
    return column === undefined ? [] : [{ ...word, left: column.left, right: column.right }]
  })
}
