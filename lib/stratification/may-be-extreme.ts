import { largest, smallest } from '../extremes.ts'
import { extremeIn } from '../measures/index.ts'
import type { SplitRows } from './find-total.ts'
import type { Figures } from './read-figures.ts'

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
