import { type Figure, readFigure } from './figure.ts'
import { powerOfTen } from './powers.ts'

/**
 * Money in integer cents, by integer arithmetic alone.
 *
 * `thousands` multiplies by a thousand and is for columns whose header says so; then more than two decimals are fine.
 * Null for percents and for parts of a cent.
 */
export function readCents(printed: string, thousands = false): number | null {
  return centsOf(readFigure(printed), thousands)
}

/** What a figure is worth in cents, or null when it is no money. */
export function centsOf(figure: Figure | null, thousands = false): number | null {
  if (figure === null || figure.percent) return null
  const scale = powerOfTen(figure.decimals)
  if (scale === null) return null
  const cents = scaled(figure.digits, thousands ? 100_000 : 100, scale)
  return cents !== null && Number.isSafeInteger(cents) ? cents : null
}

/** `digits * by / scale` when that is whole; both are powers of ten, so one divides the other. */
function scaled(digits: number, by: number, scale: number): number | null {
  if (by >= scale) return digits * (by / scale)
  const parts = scale / by
  return digits % parts === 0 ? digits / parts : null
}
