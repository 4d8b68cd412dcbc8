/**
 * What a field gives percents in. Issuers differ, even for one field: 0.06055 and 6.055 are the same rate. The values tell: where
 * none is above what a fraction can be, all are fractions; where one is, all are percents.
 */
export type PercentScale = 'fraction' | 'percent'

/** The largest fraction of its kind that a loan may have: a rate of 40 %, an occupancy of all, a loan of 250 % of its value. */
const largestFraction = { rate: 0.4, share: 1, ltv: 2.5 } as const
export type PercentKind = keyof typeof largestFraction

/** The scale of a field by all of its values. */
export function scaleOf(values: Iterable<number>, kind: PercentKind): PercentScale {
  for (const value of values) if (Math.abs(value) > largestFraction[kind]) return 'percent'
  return 'fraction'
}

const hundred = 100
/** Fractions are given with up to ten decimals. */
const exactTo = 1e10

/**
 * A value in percent; null where its scale cannot be told: a value that could be a fraction, in a field of percents. Nothing is 0 in
 * both.
 */
export function toPercent(value: number, scale: PercentScale, kind: PercentKind): number | null {
  if (scale === 'fraction') return Math.round(value * hundred * exactTo) / exactTo
  return value !== 0 && Math.abs(value) <= largestFraction[kind] ? null : value
}
