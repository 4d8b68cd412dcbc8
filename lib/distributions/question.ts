import type { Distribution, End, Span } from './distribution.ts'
import { tidy } from './row-spans.ts'

/** Which side of an edge is asked for. */
export type Side = 'above' | 'atLeast' | 'below' | 'atMost'

/** An edge and the side of it that is asked for; `at` in the dimension's unit, cents for money. */
export type Limit = { side: Side; at: number }

/** What lies beyond an edge; with `and`, also on this side of a second one: above 70 and at most 80. */
export type Question = Limit & { and?: Limit }

/** The sides that ask for all figures from an edge upwards. */
const upwards: readonly Side[] = ['above', 'atLeast']
/** The sides that take in the edge itself. */
const closed: readonly Side[] = ['atLeast', 'atMost']

export const isUpwards = (side: Side) => upwards.includes(side)

/** All figures that are asked for. */
export function spanOfQuestion({ side, at, and }: Question): Span {
  const limits = and ? [{ side, at }, and] : [{ side, at }]
  const endOf = (isLow: boolean): End => {
    const limit = limits.find(one => isUpwards(one.side) === isLow)
    return limit ? { value: limit.at, included: closed.includes(limit.side) } : null
  }
  return { low: endOf(true), high: endOf(false) }
}

/** Can no figure be on the asked sides of both edges? */
export function isEmptyBetween({ low, high }: Span): boolean {
  if (low === null || high === null) return false
  return low.value > high.value || (low.value === high.value && !(low.included && high.included))
}

/**
 * The figures that are asked for, on the distribution's grid: above 77 is from 77.01 where figures are printed to
 * hundredths. An edge between two of its places stays where it is.
 */
export function onGridOf({ grid }: Pick<Distribution, 'grid'>, { low, high }: Span): Span {
  if (grid === 0) return { low, high }
  const up = (value: number) => tidy(Math.ceil(tidy(value / grid)) * grid)
  const down = (value: number) => tidy(Math.floor(tidy(value / grid)) * grid)
  return {
    low: low && { value: low.included ? up(low.value) : tidy(down(low.value) + grid), included: true },
    high: high && { value: high.included ? down(high.value) : tidy(up(high.value) - grid), included: true },
  }
}
