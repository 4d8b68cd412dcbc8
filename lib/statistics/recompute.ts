import type { Bucket, Stratification } from '../report.ts'
import type { AverageOf } from './statistic-kind.ts'
import { meanOverRows } from './weighted-mean.ts'

/** What the rows give, unrounded: one figure, or the interval they allow, or neither. */
export type Recomputed = { value: number | null; bounds: [number, number] | null }

const nothing: Recomputed = { value: null, bounds: null }

/** The one value that a row stands for, null when it is a range. */
export function exactValue({ range }: Bucket): number | null {
  return range && range.low !== null && range.low === range.high ? range.low : null
}

/**
 * The balance-weighted mean of a table's own dimension, in its unit.
 *
 * Exact rows (rates, terms) give one figure. Ranges give bounds: every loan at the low end of its range, then every
 * loan at the high end. An open end counts as the least or most that the dimension allows; where it allows anything,
 * or a row has no range ("Not available"), there are no bounds.
 */
export function recomputeAverage(table: Stratification, { floor, ceiling }: AverageOf): Recomputed {
  const value = meanOverRows(table, exactValue)
  if (value !== null) return { value, bounds: null }
  const low = meanOverRows(table, ({ range }) => range && (range.low ?? floor))
  const high = meanOverRows(table, ({ range }) => range && (range.high ?? ceiling))
  return low === null || high === null ? nothing : { value: null, bounds: [low, high] }
}

/** Balance over loans of the total row, in cents, not rounded. */
export function recomputeAverageBalance({ total }: Stratification): Recomputed {
  const balance = total?.values.balanceCents
  const count = total?.values.loanCount
  return balance != null && count ? { value: balance / count, bounds: null } : nothing
}
