import type { DrawnCell, DrawnTable } from '../grid/html/drawn.ts'

/** The rows of a drawn table that are shown: its header, then some with the chosen one among them. */
export type RowsAround = { head: DrawnCell[][]; body: DrawnCell[][]; before: number; after: number }

/** The header and at most so many rows around one, with how many are left out on either side. */
export function rowsAround({ rows, head }: DrawnTable, row: number, mostRows: number): RowsAround {
  const latest = Math.max(head, rows.length - mostRows)
  const from = Math.min(Math.max(head, row - Math.floor(mostRows / 2)), latest)
  const to = Math.min(rows.length, from + mostRows)
  return {
    head: rows.slice(0, head),
    body: rows.slice(from, to).map((cells, index) => {
      const own = cells.map(cell => ({ ...cell, rowspan: Math.min(cell.rowspan, to - from - index) }))
      return index === 0 ? [...reachingInto(rows, from), ...own].sort((a, b) => a.column - b.column) : own
    }),
    before: from - head,
    after: rows.length - to,
  }
}

/** Cells of rows above that reach into one, with what is left of their spans. */
function reachingInto(rows: readonly DrawnCell[][], row: number): DrawnCell[] {
  return rows
    .slice(0, row)
    .flatMap((cells, index) =>
      cells
        .filter(({ rowspan }) => index + rowspan > row)
        .map(cell => ({ ...cell, rowspan: index + cell.rowspan - row })),
    )
}
