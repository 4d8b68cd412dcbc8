import type { Figure } from './figure.ts'
import { powerOfTen } from './powers.ts'

/** A figure's number, correctly rounded to the nearest double; null for money and for percents unless allowed. */
export function decimalOf(figure: Figure | null, percentAllowed: boolean): number | null {
  if (figure === null || figure.money || (figure.percent && !percentAllowed)) return null
  const scale = powerOfTen(figure.decimals)
  return scale === null ? null : figure.digits / scale
}
