import type { HtmlCell, HtmlTable } from './parse-html.ts'

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
  if (last === undefined || headers.some(isFigures) || printedIn(last).length < 3) return null
  const isAsWide = widthOf(head) === widthOf(table)
  if (!isAsWide && headers.some(row => printedIn(row).length !== columnsOf(first).length)) return null
  const rows = isAsWide ? headers : headers.map(row => setOver(row, first))
  return { rows: [...rows, ...table.rows], start: head.start, end: table.end }
}

const isPrinted = (row: readonly HtmlCell[]) => row.some(({ text }) => text !== '')
const printedIn = (row: readonly HtmlCell[]) => row.filter(({ text }) => text !== '')
const columnsOf = (row: readonly HtmlCell[]) => row.filter(isColumn)
const isColumn = ({ text }: HtmlCell) => text !== '' && !/^[$%)]$/.test(text)

function isFigures(row: readonly HtmlCell[]): boolean {
  return printedIn(row)
    .slice(1)
    .some(({ text }) => /^[($]*\d[\d,.]*[%)]*$/.test(text.slice(0, 40)))
}

function widthOf({ rows }: HtmlTable): number {
  return rows.reduce(
    (widest, row) =>
      Math.max(
        widest,
        row.reduce((sum, { colspan }) => sum + colspan, 0),
      ),
    0,
  )
}

/** The words of a header row in the cells of a row of figures, one over another. */
function setOver(header: readonly HtmlCell[], figures: readonly HtmlCell[]): HtmlCell[] {
  const words = printedIn(header)
  let next = 0
  return figures.map(cell => {
    const word = isColumn(cell) ? words[next++] : undefined
    return { ...cell, text: word?.text ?? '', start: word?.start ?? cell.start, end: word?.end ?? cell.start }
  })
}
