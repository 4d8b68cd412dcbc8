import { readFigure } from './figure.ts'
import { powerOfTen } from './powers.ts'

/** A whole number of things: `1,234`, also `553.00`. Null for percents, money and fractions. */
export function readCount(printed: string): number | null {
  const figure = readFigure(printed)
  if (figure === null || figure.percent || figure.money) return null
  const scale = powerOfTen(figure.decimals)
  if (scale === null || figure.digits % scale !== 0) return null
  return figure.digits / scale
}
