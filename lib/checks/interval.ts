/** What a figure can be, from least to most, in its unit; both ends belong to it. */
export type Interval = { low: number; high: number }

/** Doubles carry about sixteen digits; intervals this near to each other meet. */
const arithmeticNoise = 1e-12

/** How far two intervals lie apart; nothing, or less, where they meet. */
export function gapBetween(one: Interval, other: Interval): number {
  const noise = arithmeticNoise * Math.max(1, Math.abs(one.high), Math.abs(other.high))
  return Math.max(one.low - other.high, other.low - one.high) - noise
}

/** Can both be the same figure? */
export function meets(one: Interval, other: Interval): boolean {
  return gapBetween(one, other) <= 0
}

/**
 * How intervals that stand for one figure agree. `most` is how many of them can be the same figure at once; `outside` are
 * those that are left out of a largest such set. Of two that do not meet both are outside, for nothing tells which is
 * wrong; of three with one apart, that one is.
 *
 * >   |----|
 * >     |----|            these two agree
 * >              |---|    this one is outside
 */
export type Agreement<T extends Interval> = { most: number; outside: T[] }

/** Count the entries of a rising list below a value. */
function countBelow(rising: readonly number[], value: number): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** A little wider, so that ends which differ by the noise of doubles alone meet. */
function widen<T extends Interval>(interval: T): { low: number; high: number; interval: T } {
  const noise = (arithmeticNoise / 2) * Math.max(1, Math.abs(interval.low), Math.abs(interval.high))
  return { low: interval.low - noise, high: interval.high + noise, interval }
}

/**
 * Find the largest sets of intervals with a figure in common. Intervals that share one pair by pair share one all together,
 * and it is the low end of one of them: so each low end is tried.
 */
export function findAgreement<T extends Interval>(intervals: readonly T[]): Agreement<T> {
  const wide = intervals.map(widen)
  const lows = wide.map(({ low }) => low).sort((a, b) => a - b)
  const highs = wide.map(({ high }) => high).sort((a, b) => a - b)
  const holding = (figure: number, index: number) => index + 1 - countBelow(highs, figure)
  const counts = lows.map(holding)
  const most = counts.reduce((best, count) => Math.max(best, count), 0)
  const shared = lows.filter((_, index) => counts[index] === most)
  const [first, last] = [shared[0], shared.at(-1)]
  if (first === undefined || last === undefined) return { most, outside: [] }
  const outside = wide.filter(({ low, high }) => low > first || high < last)
  return { most, outside: outside.map(({ interval }) => interval) }
}
