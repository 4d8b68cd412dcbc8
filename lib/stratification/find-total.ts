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
  const isSum = grid.rows.map(({ label }) => label === null || isTotalLabel(label.text))
  const last = grid.rows.length - 1
  const total = last > 0 && isSum[last] === true ? last : null
  const body = grid.rows.flatMap((_, index) => (isSum[index] === true ? [] : [index]))
  return { body, total }
}
