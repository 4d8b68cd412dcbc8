import { decimalOf } from './decimal.ts'
import type { Figure } from './figure.ts'

/** Ratios of more are no coverage of a debt. */
const MOST = 1000

/** A figure as a ratio, its `x` taken off, or null when it is none. */
export function ratioOf(figure: Figure | null): number | null {
  const ratio = decimalOf(figure, false)
  return ratio !== null && Math.abs(ratio) < MOST ? ratio : null
}
