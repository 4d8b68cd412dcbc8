import { boundMean } from '../checks/bounds-of-mean.ts'
import type { Bound, Distribution, Row } from './distribution.ts'

/** What weighs a mean: the balance of loans, or each loan alike. */
export type WeighedBy = 'balance' | 'count'

/**
 * What the mean of a pool's figures can be, weighed by balance or by loans: each row lies within its printed average, or
 * else anywhere in its range. Rows of loans without a figure weigh nothing. Null where a row prints no weight, has an
 * open end and no average, or may lie anywhere.
 */
export function boundsOfMean({ rows, averageBy }: Distribution, by: WeighedBy): Bound | null {
  const weighed = rows
    .map(row => ({ weight: weightOf(row, by), figure: figureOf(row, averageBy === by) }))
    .filter(({ weight, figure }) => figure !== 'none' && weight?.high !== 0)
  if (weighed.length === 0) return null
  const lows = []
  const highs = []
  let half = 0
  for (const { weight, figure } of weighed) {
    if (weight === null || figure === null || figure === 'none') return null
    const middle = (weight.low + weight.high) / 2
    half = Math.max(half, (weight.high - weight.low) / 2)
    lows.push({ value: figure.low, weight: middle })
    highs.push({ value: figure.high, weight: middle })
  }
  const rounding = { half, lacking: 0 }
  const bound = { low: boundMean(lows, rounding).low, high: boundMean(highs, rounding).high }
  return Number.isFinite(bound.low) && Number.isFinite(bound.high) ? bound : null
}

const weightOf = (row: Row, by: WeighedBy) =>
  by === 'count' ? (row.loanCount ?? row.countPct) : (row.balanceCents ?? row.balancePct)

/** What the mean of a row can be; null where it can be anything. */
function figureOf({ holds, average }: Row, hasAverage: boolean): Bound | null | 'none' {
  if (holds === 'none') return 'none'
  if (hasAverage && average !== null) return average
  if (holds === 'any' || holds.span.low === null || holds.span.high === null) return null
  return { low: holds.span.low.value, high: holds.span.high.value }
}
