import { largest, smallest } from '../extremes.ts'
import { extremeIn } from '../measures/index.ts'
import { figuresInLastPlaces } from './footing.ts'
import type { Figures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'

/**
 * May a column give the extreme among the loans of each row, and not the average of what they allow? Then its total is
 * the most, or the least, of its rows; that of an average lies between them.
 *
 * >  Maximum Gross Coupon          Maximum Mortgage Rate
 *                   7.875                         11.482
 *                   8.000                         11.907
 *    Total          8.000         Total           11.655     the average of the highest rates that the notes allow
 *
 * So it may without a total, and where no row differs from it.
 */
export function mayBeExtreme(header: string, figures: Figures, rows: SplitRows, order: number): boolean {
  const extreme = extremeIn(header)
  if (extreme === null) return false
  const sizesIn = (indices: readonly number[]) =>
    indices.flatMap(row => {
      const figure = figures[row]?.[order]
      return figure ? figure.digits / 10 ** figure.decimals : []
    })
  const [total] = sizesIn(rows.total === null ? [] : [rows.total])
  const sizes = sizesIn(rows.body)
  if (total === undefined) return true
  if (extreme === 'maximum') return total === largest(sizes)
  // A nought stands for rows that have no such figure.
  return total === smallest(sizes) || total === smallest(sizes.filter(size => size !== 0))
}

/**
 * Is the total of a column the most, or the least, of its rows, and not their average by the weights of another? Words such
 * as "ceiling" and "floor" are those of what notes allow, and no extremes by themselves.
 *
 * >  Balance    Lifetime Ceiling     Lifetime Floor
 *    30,000.00            11.875              5.000
 *    20,000.00            12.250              5.250
 *    50,000.00            12.250              5.000     averages are 12.025 and 5.100
 */
export function isExtremeOfRows(figures: Figures, rows: SplitRows, order: number, weights: number): boolean {
  if (rows.total === null) return false
  const values = figuresInLastPlaces(figures, order)
  const weight = figuresInLastPlaces(figures, weights)
  const total = values[rows.total]
  // A nought stands for rows that have no such figure.
  const weighed = rows.body.filter(row => values[row] && weight[row])
  const sizes = weighed.map(row => values[row] ?? 0)
  if (!total || (total !== largest(sizes) && total !== smallest(sizes))) return false
  let [sum, whole] = [0, 0]
  for (const row of weighed) {
    sum += (values[row] ?? 0) * (weight[row] ?? 0)
    whole += weight[row] ?? 0
  }
  // Each row and the total are rounded by half a unit at most.
  return Math.abs(sum / whole - total) > 1
}
