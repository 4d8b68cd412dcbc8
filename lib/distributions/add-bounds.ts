import type { Bound } from './distribution.ts'

/** The sum of bounds; null where one is not known. */
export function addBounds(bounds: readonly (Bound | null)[]): Bound | null {
  let sum: Bound | null = { low: 0, high: 0 }
  for (const bound of bounds) sum = sum && bound && { low: sum.low + bound.low, high: sum.high + bound.high }
  return sum
}
