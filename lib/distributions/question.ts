import type { Distribution, Span } from './distribution.ts'
import { tidy } from './row-spans.ts'

/** Which side of an edge is asked for; `at` in the dimension's unit, cents for money. */
export type Side = 'above' | 'atLeast' | 'below' | 'atMost'
export type Question = { side: Side; at: number }

/** All figures on the side of an edge. */
export function spanOfQuestion({ side, at }: Question): Span {
  const end = { value: at, included: side === 'atLeast' || side === 'atMost' }
  return side === 'above' || side === 'atLeast' ? { low: end, high: null } : { low: null, high: end }
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
