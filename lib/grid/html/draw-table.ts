import { addAll } from '../../add-all.ts'
import type { Place } from '../../report.ts'
import { isFigure } from '../text/figure-token.ts'
import type { DrawnCell, DrawnTable } from './drawn.ts'
import type { LaidCell } from './lay-out-table.ts'
import type { HtmlTable } from './parse-html.ts'

/**
 * Draw a table with plain cells: spans as they are, columns and rows that only space things out left out. Null for one
 * without any text.
 *
 * > <td>Purchase</td><td width=9></td><td>$</td><td>6,000</td>      Purchase | $ | 6,000
 */
export function drawTable(
  table: Pick<HtmlTable, 'rows'>,
  placeOf: (start: number, end: number) => Place,
): DrawnTable | null {
  const rows = withoutBlankRows(table.rows)
  const kept = columnsKept(rows)
  if (kept.length === 0) return null
  const count = countUpTo(kept)
  const columns = new FreeColumns(kept.length)
  const drawn = rows.map(cells => columns.drawRow(cells.map(cell => drawCell(cell, count, placeOf))))
  return { kind: 'table', columns: kept.length, head: countHead(drawn), rows: drawn }
}

/** Rows that print nothing are left out, of the spans over them as well. */
function withoutBlankRows(rows: readonly LaidCell[][]): LaidCell[][] {
  const shownBefore = [0]
  for (const cells of rows)
    shownBefore.push((shownBefore[shownBefore.length - 1] ?? 0) + (cells.length > 0 ? 1 : 0))
  const shownAt = (row: number) => shownBefore[Math.min(row, rows.length)] ?? 0
  return rows.flatMap((cells, row) => {
    if (cells.length === 0) return []
    return [cells.map(cell => ({ ...cell, rowspan: shownAt(row + cell.rowspan) - shownAt(row) }))]
  })
}

/** Columns in which a cell of their own prints something; words over several columns keep one of them at least. */
function columnsKept(rows: readonly LaidCell[][]): number[] {
  const cells = rows.flat()
  const kept = new Set<number>()
  for (const { left, right } of cells) if (right === left + 1) kept.add(left)
  for (const { left, right } of cells) {
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
  { text, start, end, rowspan, left, right }: LaidCell,
  count: (column: number) => number,
  placeOf: (start: number, end: number) => Place,
): DrawnCell {
  const column = count(left)
  return { text, column, colspan: Math.max(1, count(right) - column), rowspan, at: placeOf(start, end) }
}

/** Puts cells into rows so that a browser sets them where they belong: gaps filled, nothing over anything else. */
class FreeColumns {
  private readonly width: number
  /** Per column, the first row that no cell from above reaches into. */
  private readonly freeFrom: number[]
  private row = 0

  constructor(width: number) {
    this.width = width
    this.freeFrom = Array<number>(width).fill(0)
  }

  drawRow(cells: readonly DrawnCell[]): DrawnCell[] {
    const row: DrawnCell[] = []
    let next = 0
    for (const cell of cells) {
      const column = this.findFree(Math.max(next, cell.column))
      addAll(row, this.fill(next, Math.min(column, this.width)))
      next = this.endOfFree(column, column + cell.colspan)
      row.push({ ...cell, column, colspan: next - column })
      for (let at = column; at < next; at++) this.freeFrom[at] = this.row + cell.rowspan
    }
    addAll(row, this.fill(next, this.width))
    this.row++
    return row
  }

  private isFree(column: number): boolean {
    return (this.freeFrom[column] ?? 0) <= this.row
  }

  private findFree(column: number): number {
    let at = column
    while (!this.isFree(at)) at++
    return at
  }

  private endOfFree(column: number, most: number): number {
    let at = column + 1
    while (at < most && this.isFree(at)) at++
    return at
  }

  /** Empty cells over what is free between two columns, one for each run. */
  private fill(from: number, to: number): DrawnCell[] {
    const empty: DrawnCell[] = []
    for (let at = from; at < to; at++) {
      const last = empty[empty.length - 1]
      if (!this.isFree(at)) continue
      if (last !== undefined && last.column + last.colspan === at) last.colspan++
      else empty.push({ text: '', column: at, colspan: 1, rowspan: 1, at: null })
    }
    return empty
  }
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
