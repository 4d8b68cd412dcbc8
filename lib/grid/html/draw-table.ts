import type { Place } from '../../report.ts'
import { isFigure } from '../text/figure-token.ts'
import type { DrawnCell, DrawnTable } from './drawn.ts'
import type { HtmlCell, HtmlTable } from './parse-html.ts'

type Laid = HtmlCell & { left: number; right: number }

/**
 * Draw a table with plain cells: spans as they are, columns that only space things out left out. Null for one without
 * any text.
 *
 * > <td>Purchase</td><td width=9></td><td>$</td><td>6,000</td>      Purchase | $ | 6,000
 */
export function drawTable(
  table: HtmlTable,
  placeOf: (start: number, end: number) => Place,
): DrawnTable | null {
  const laid = withoutBlankRows(layOutEvery(table))
  const kept = columnsKept(laid)
  if (kept.length === 0) return null
  const count = countUpTo(kept)
  const rows = laid.map(cells => cells.flatMap(cell => drawCell(cell, count, placeOf)))
  return { kind: 'table', columns: kept.length, head: countHead(rows), rows }
}

/** Every cell with the columns it covers, the empty ones too: what is drawn beside them must stay where it was. */
function layOutEvery({ rows }: HtmlTable): Laid[][] {
  const takenUntil: number[] = []
  return rows.map((cells, rowIndex) => {
    let next = 0
    return cells.map(cell => {
      while ((takenUntil[next] ?? 0) > rowIndex) next++
      const left = next
      next += cell.colspan
      if (cell.rowspan > 1) for (let at = left; at < next; at++) takenUntil[at] = rowIndex + cell.rowspan
      return { ...cell, left, right: next }
    })
  })
}

/** Rows that hold only rules and space are left out, unless a cell of theirs reaches into another. */
function withoutBlankRows(laid: readonly Laid[][]): Laid[][] {
  const isBlank = laid.map(cells => cells.every(({ text, rowspan }) => text === '' && rowspan === 1))
  const shownBefore = [0]
  for (const blank of isBlank) shownBefore.push((shownBefore[shownBefore.length - 1] ?? 0) + (blank ? 0 : 1))
  const shownAt = (row: number) => shownBefore[Math.min(row, laid.length)] ?? 0
  return laid.flatMap((cells, row) =>
    isBlank[row]
      ? []
      : [cells.map(cell => ({ ...cell, rowspan: shownAt(row + cell.rowspan) - shownAt(row) }))],
  )
}

/** Columns in which a cell of their own prints something; words over several columns keep one of them at least. */
function columnsKept(laid: readonly Laid[][]): number[] {
  const printed = laid.flat().filter(({ text }) => text !== '')
  const kept = new Set<number>()
  for (const { left, colspan } of printed) if (colspan === 1) kept.add(left)
  for (const { left, right } of printed) {
    let isKept = false
    for (let at = left; at < right && !isKept; at++) isKept = kept.has(at)
    if (!isKept) kept.add(left)
  }
  return [...kept].sort((a, b) => a - b)
}

/** Tells how many kept columns lie before one. */
function countUpTo(kept: readonly number[]): (column: number) => number {
  const before: number[] = []
  let count = 0
  for (const column of kept) {
    while (before.length <= column) before.push(count)
    count++
  }
  return column => before[column] ?? count
}

function drawCell(
  { text, start, end, rowspan, left, right }: Laid,
  count: (column: number) => number,
  placeOf: (start: number, end: number) => Place,
): DrawnCell[] {
  const column = count(left)
  const colspan = count(right) - column
  if (colspan === 0) return []
  return [{ text, column, colspan, rowspan, at: text === '' ? null : placeOf(start, end) }]
}

/** More than this is no header. */
const mostHead = 12

/** The rows before the first figures; none where a cell of theirs reaches below them. */
function countHead(rows: readonly DrawnCell[][]): number {
  const head = rows.findIndex(cells => cells.some(hasFigure))
  if (head < 1 || head > mostHead) return 0
  const isWhole = rows
    .slice(0, head)
    .every((cells, row) => cells.every(({ rowspan }) => row + rowspan <= head))
  return isWhole ? head : 0
}

/** Whether a cell holds a figure right of the first column, signs and all. */
export function hasFigure({ text, column }: Pick<DrawnCell, 'text' | 'column'>): boolean {
  const bare = text.replace(/[$%\s]/g, '')
  return column > 0 && bare.length <= 30 && isFigure(bare, 0, bare.length)
}
