/**
 * What a field gives percents in. Issuers differ, even for one field: 0.06055 and 6.055 are the same rate. The values tell: where
 * most that are not 0 are above what a fraction can be, the field is of percents, else of fractions. A single value turns no field over.
 */
export type PercentScale = 'fraction' | 'percent'

/** The largest fraction of its kind that a loan may have: a rate of 40 %, an occupancy of all, a loan of 250 % of its value. */
const largestFraction = { rate: 0.4, share: 1, occupied: 1, ltv: 2.5 } as const
export type PercentKind = keyof typeof largestFraction

/** What percents of a kind lie between; no loan is made for nothing, or for many times what is lent on. */
const possible: Record<PercentKind, readonly [least: number, most: number]> = {
  rate: [0, 100],
  share: [0, 1000],
  occupied: [0, 100],
  ltv: [Number.MIN_VALUE, 1000],
}

/** Can a percent be one of its kind? */
export function isPossiblePercent(percent: number, kind: PercentKind): boolean {
  return percent >= possible[kind][0] && percent <= possible[kind][1]
}

/** The scale of a field by all of its values. */
export function scaleOf(values: Iterable<number>, kind: PercentKind): PercentScale {
  let [above, told] = [0, 0]
  for (const value of values) {
    if (value !== 0) told++
    if (Math.abs(value) > largestFraction[kind]) above++
  }
  return told > 0 && above * 2 >= told ? 'percent' : 'fraction'
}

const hundred = 100
/** Fractions are given with up to ten decimals. */
const exactTo = 1e10

/**
 * A value in percent; null where its scale cannot be told: a value that could be a fraction, in a field of percents, and one that
 * could be none, in a field of fractions. Nothing is 0 in both.
 */
export function toPercent(value: number, scale: PercentScale, kind: PercentKind): number | null {
  if (scale === 'fraction')
    return Math.abs(value) > largestFraction[kind] ? null : Math.round(value * hundred * exactTo) / exactTo
  return value !== 0 && Math.abs(value) <= largestFraction[kind] ? null : value
}
