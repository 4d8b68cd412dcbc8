import { formatCount, formatDecimal, formatWithUnit } from '../format/index.ts'
import { minus } from '../format/numbers.ts'
import type { Amount } from './answer.ts'
import type { Bound } from './distribution.ts'

/** How far a value lies above a base, from least to most that both allow; below 0 where it lies below. In the unit of both. */
export function boundDifference(value: Bound, base: Bound): Bound {
  return { low: value.low - base.high, high: value.high - base.low }
}

/** Is it proven that one of the two is the higher? */
export const isProven = ({ low, high }: Bound) => low > 0 || high < 0

type Scale = {
  /** A size without its sign. */
  say: (size: number) => string
  /** So many of the last place that is said make one of the unit. */
  places: number
}
const points: Scale = { say: size => `${formatDecimal(size, 2)} points`, places: 100 }
const scales: Record<Amount, Scale> = {
  loanCount: { say: formatCount, places: 1 },
  balanceCents: { say: cents => formatWithUnit(cents, 'cents', 2), places: 1 },
  balancePct: points,
  countPct: points,
}

/**
 * How far a value lies from the base's, no further than both prove. What is proven at least is rounded down.
 *
 * > =   +1.25 points   higher by at least 1.20 points   may be equal
 */
export function sayDifference({ low, high }: Bound, amount: Amount): string {
  const { say, places } = scales[amount]
  const signed = (size: number) => {
    const said = say(Math.abs(size))
    return /[1-9]/.test(said) ? `${size > 0 ? '+' : minus}${said}` : '='
  }
  if (signed(low) === signed(high)) return signed(low)
  if (low <= 0 && high >= 0) return 'may be equal'
  const least = Math.floor(Math.min(Math.abs(low), Math.abs(high)) * places + 1e-7) / places
  const side = low > 0 ? 'higher' : 'lower'
  return least > 0 ? `${side} by at least ${say(least)}` : side
}
