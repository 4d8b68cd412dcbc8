import type { Grid } from '../grid/grid.ts'
import { isTotalLabel } from '../grid/total-label.ts'

/** Which rows of a grid split the pool, and which one adds them up. */
export type SplitRows = { body: number[]; total: number | null }

/**
 * Tell a grid's total row from the rows that split the pool: the last row that says so or has no label.
 *
 * Subtotals before it belong to neither.
 */
export function splitRows(grid: Grid): SplitRows {
  const sums = grid.rows.flatMap(({ label }, index) =>
    label === null || isTotalLabel(label.text) ? [index] : [],
  )
  const last = sums[sums.length - 1]
  const total = last !== undefined && last === grid.rows.length - 1 && last > 0 ? last : null
  const body = grid.rows.flatMap((_, index) => (sums.includes(index) ? [] : [index]))
  return { body, total }
}
