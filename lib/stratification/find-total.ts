import type { Grid } from '../grid/grid.ts'
import { isCarriedLabel, isTotalLabel } from '../grid/total-label.ts'
import { sumColumn } from './footing.ts'
import type { Figures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'

/**
 * Tell a grid's total row from the rows that split the pool: the last row that says so or has no label, or in which columns
 * add up, whatever it is called; or the first, where it says so and no other does.
 *
 * Subtotals before it, and sums carried from page to page, belong to neither.
 */
export function splitRows(grid: Grid, figures: Figures): SplitRows {
  const body: number[] = []
  let isSum = false
  for (let index = 0; index < grid.rows.length; index++) {
    const label = grid.rows[index]?.label
    isSum = !label || isTotalLabel(label.text)
    if (!isSum && !isCarriedLabel(label?.text ?? '')) body.push(index)
  }
  const last = grid.rows.length - 1
  if (last > 0 && isSum) {
    const rows = { body, total: last }
    return isSumOfLastGroup(grid, figures, rows) ? { body, total: null } : rows
  }
  const first = { body, total: 0 }
  const isFirst = body[0] === 1 && body.length === last && last >= FEWEST_PARTS
  if (isFirst && (grid.rows[0]?.label || addsUpIn(figures, first))) return first
  const parts = body.slice(0, -1)
  return body.at(-1) === last && addsUpIn(figures, { body: parts, total: last })
    ? { body: parts, total: last }
    : { body, total: null }
}

/**
 * Do the rows below the last heading, or below the sum before, alone come to the last row, in each column in which anything
 * does, and those of all groups in none? Then it is the sum of that group, and the table prints no total.
 *
 * > I     Single Family     134    24,423,174
 *         Condominium       137    29,322,771
 *         Total             271    53,745,945
 *   II    Single Family      99    22,193,687
 *         Condominium       113    20,015,418
 *         Total             212    42,209,106
 */
function isSumOfLastGroup(grid: Grid, figures: Figures, { body, total }: SplitRows): boolean {
  const last = body.at(-1) ?? -1
  const heading = grid.rows[last]?.group ?? null
  const from =
    body.findLastIndex(
      (row, order) => grid.rows[row]?.group !== heading || (body[order + 1] ?? row + 1) !== row + 1,
    ) + 1
  if (from === 0) return false
  const own = { body: body.slice(from), total }
  const all = { body, total }
  const columns = grid.columns.map((_, order) => order)
  const addUp = (rows: SplitRows) => columns.filter(order => comesTo(figures, rows, order))
  return addUp(own).length >= FEWEST_SUMS && addUp(all).length === 0
}

function comesTo(figures: Figures, rows: SplitRows, order: number): boolean {
  const column = sumColumn(figures, rows, order)
  return column !== null && column.sum !== 0 && column.sum === column.total
}

const FEWEST_PARTS = 2
const FEWEST_SUMS = 2

/**
 * Do two columns or more add up to the last row exactly, and none to a hundred with it?
 *
 * >  California    120    $24,000,000     48.00%         Utah      10    $1,000,000     25.00%
 *    Texas         130     26,000,000     52.00          Idaho     10     1,000,000     25.00
 *    Whole pool    250    $50,000,000    100.00%         Maine     20     2,000,000     50.00     a part like others
 */
function addsUpIn(figures: Figures, rows: SplitRows): boolean {
  if (rows.body.length < FEWEST_PARTS) return false
  let sums = 0
  const columns = figures[rows.total ?? 0]?.length ?? 0
  for (let order = 0; order < columns; order++) {
    const column = sumColumn(figures, rows, order)
    if (column === null || column.total === null || column.sum === 0) continue
    const hundred = 100 * 10 ** column.decimals
    if (Math.abs(column.sum + column.total - hundred) <= rows.body.length + 1 && column.decimals > 0)
      return false
    if (column.sum === column.total) sums++
  }
  return sums >= FEWEST_SUMS
}
