import { mostDecimals } from './footing.ts'
import type { ReadTable } from './read-table.ts'

const FEWEST_PARTS = 3
const FEWEST_ROWS = 2

/**
 * Does each row add up to its last column, as where a pool is split two ways at once?
 *
 * > FICO          Full    Stated    No Doc     Total
 *   501 - 620     4.10      2.15      0.00      6.25
 *   621 - 680    11.02      8.31      1.20     20.53
 */
export function isCrossed({ figures, grid, rows }: ReadTable): boolean {
  const last = grid.columns.length - 1
  if (last < FEWEST_PARTS || rows.body.length < FEWEST_ROWS) return false
  let decimals = 0
  for (let order = 0; order <= last; order++) decimals = Math.max(decimals, mostDecimals(figures, order))
  let printed = 0
  for (const row of rows.body) {
    const values = (figures[row] ?? []).map(figure =>
      figure ? figure.digits * 10 ** (decimals - figure.decimals) : 0,
    )
    const whole = values[last] ?? 0
    const parts = values.slice(0, last).reduce((sum, value) => sum + value, 0)
    if (Math.abs(parts - whole) > values.length / 2) return false
    if (whole > 0) printed++
  }
  return printed >= FEWEST_ROWS
}
