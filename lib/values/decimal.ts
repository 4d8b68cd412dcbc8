import { readFigure } from './figure.ts'
import { powerOfTen } from './powers.ts'

/** A number as printed, correctly rounded to the nearest double; null for money and for percents unless allowed. */
export function readDecimal(printed: string, percentAllowed: boolean): number | null {
  const figure = readFigure(printed)
  if (figure === null || figure.money || (figure.percent && !percentAllowed)) return null
  const scale = powerOfTen(figure.decimals)
  return scale === null ? null : figure.digits / scale
}
