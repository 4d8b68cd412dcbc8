import type { Formula } from '../checks/formula.ts'

/** How the low and the high end of a bound are computed. */
export type Ends = { low: Formula; high: Formula }

export const number = (value: number): Formula => ({ number: value })
export const zero: Formula = number(0)
export const plus = (one: Formula, other: Formula): Formula => ({ sum: [one, other] })
export const minus = (one: Formula, other: Formula): Formula => ({ difference: [one, other] })
export const times = (one: Formula, other: Formula): Formula => ({ product: [one, other] })
export const over = (one: Formula, other: Formula): Formula => ({ quotient: [one, other] })
export const least = (parts: readonly Formula[]): Formula => ({ least: parts })
export const most = (parts: readonly Formula[]): Formula => ({ most: parts })

/** Bounds added up end by end; nothing where there are none. */
export function sumOf(parts: readonly Ends[]): Ends {
  const add = (ends: Formula[]): Formula => {
    const [only, ...more] = ends
    if (only === undefined) return zero
    return more.length === 0 ? only : { sum: ends }
  }
  return { low: add(parts.map(({ low }) => low)), high: add(parts.map(({ high }) => high)) }
}
