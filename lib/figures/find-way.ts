import { evaluate, type FigureRef, type Formula } from '../checks/index.ts'
import type { Ends } from '../distributions/index.ts'

/** What a printed figure comes to, in its measure's unit. */
export type FigureOf = (figure: FigureRef) => number | null

/** A formula whose both ends are one figure. */
export const single = (formula: Formula): Ends => ({ low: formula, high: formula })

/** Computed averages are kept with so many decimals (`pool/round-average.ts`). */
const averageUnit = 1e6

/** A formula rounded as computed averages are kept: to the nearest millionth. */
function rounded(formula: Formula): Formula {
  const scaled: Formula = { product: [formula, { number: averageUnit }] }
  const whole: Formula = { roundedDown: { sum: [scaled, { number: 0.5 }] } }
  return { quotient: [whole, { number: averageUnit }] }
}

const roundedEnds = ({ low, high }: Ends): Ends => ({ low: rounded(low), high: rounded(high) })

/** Ends as what bounds an average is kept: the low one down to a millionth, the high one up. */
function widenedEnds({ low, high }: Ends): Ends {
  const downTo = (formula: Formula, sign: 1 | -1): Formula => {
    const scaled: Formula = { product: [formula, { number: sign * averageUnit }] }
    const whole: Formula = { roundedDown: { sum: [scaled, { number: 1e-7 }] } }
    return { quotient: [whole, { number: sign * averageUnit }] }
  }
  return { low: downTo(low, 1), high: downTo(high, -1) }
}

/** Sums of doubles in another order differ by less than this share of themselves, and figures of another rounding by less. */
const [noise, otherRounding] = [1e-12, 1e-8]

/**
 * The way that comes to a bound, or the single figure where both ends are one; null where none does, rounded or not. One that
 * comes to just that goes before one that comes near: others may be computed from it.
 */
export function findWay(
  ways: readonly Ends[],
  { low, high }: { low: number; high: number },
  figureOf: FigureOf,
): Ends | null {
  const all = [...ways, ...ways.map(roundedEnds), ...ways.map(widenedEnds)].map(way => ({
    way,
    ends: [evaluate(way.low, figureOf), evaluate(way.high, figureOf)] as const,
  }))
  const isNear = (value: number | null, wanted: number, within: number) =>
    value !== null && Math.abs(value - wanted) <= within * Math.max(1, Math.abs(wanted))
  for (const within of [noise, otherRounding]) {
    const found = all.find(({ ends }) => isNear(ends[0], low, within) && isNear(ends[1], high, within))
    if (found) return found.way
  }
  return null
}
