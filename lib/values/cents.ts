import { type Figure, readFigure } from './figure.ts'
import { powerOfTen } from './powers.ts'

/**
 * Money in integer cents, by integer arithmetic alone.
 *
 * `by` is what the figure is multiplied by where it is printed in thousands or millions; then more decimals are fine.
 * Null for percents and for parts of a cent.
 */
export function readCents(printed: string, by = 1): number | null {
  return centsOf(readFigure(printed), by)
}

/** What a figure is worth in cents, or null when it is no money. */
export function centsOf(figure: Figure | null, by = 1): number | null {
  if (figure === null || figure.percent) return null
  const scale = powerOfTen(figure.decimals)
  if (scale === null) return null
  const cents = scaled(figure.digits, 100 * by, scale)
  return cents !== null && Number.isSafeInteger(cents) ? cents : null
}

/** `digits * by / scale` when that is whole; both are powers of ten, so one divides the other. */
function scaled(digits: number, by: number, scale: number): number | null {
  if (by >= scale) return digits * (by / scale)
  const parts = scale / by
  return digits % parts === 0 ? digits / parts : null
}
