import { type Figure, readFigure } from './figure.ts'
import { powerOfTen } from './powers.ts'

/** A whole number of things: `1,234`, also `553.00`. Null for percents, money, fractions and less than none. */
export function readCount(printed: string): number | null {
  return countOf(readFigure(printed))
}

/** What a figure counts, or null when it is none. */
export function countOf(figure: Figure | null): number | null {
  if (figure === null || figure.percent || figure.money || figure.digits < 0) return null
  const scale = powerOfTen(figure.decimals)
  if (scale === null || figure.digits % scale !== 0) return null
  return figure.digits / scale
}
