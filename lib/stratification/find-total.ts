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
  const body: number[] = []
  let isSum = false
  for (let index = 0; index < grid.rows.length; index++) {
    const label = grid.rows[index]?.label
    isSum = !label || isTotalLabel(label.text)
    if (!isSum) body.push(index)
  }
  const last = grid.rows.length - 1
  return { body, total: last > 0 && isSum ? last : null }
}
