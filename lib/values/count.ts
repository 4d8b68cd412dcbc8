import { type Figure, readFigure } from './figure.ts'
import { powerOfTen } from './powers.ts'

/** A whole number of things: `1,234`, also `553.00`. Null for percents, money, fractions and less than none. */
export function readCount(printed: string): number | null {
  return countOf(readFigure(printed))
}

/** What a figure counts, or null when it is none; `by` is what it is multiplied by where it is printed in thousands. */
export function countOf(figure: Figure | null, by = 1): number | null {
  if (figure === null || figure.percent || figure.money || figure.digits < 0) return null
  const scale = powerOfTen(figure.decimals)
  if (scale === null || (figure.digits * by) % scale !== 0) return null
  return (figure.digits * by) / scale
}
