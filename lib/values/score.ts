import { decimalOf } from './decimal.ts'
import { type Figure, readFigure } from './figure.ts'

/** A credit score: a number from 0 (printed for "none") to 999, averages with decimals. */
export function readScore(printed: string): number | null {
  return scoreOf(readFigure(printed))
}

/** A figure as a score, or null when it is none. */
export function scoreOf(figure: Figure | null): number | null {
  const score = decimalOf(figure, false)
  return score !== null && score >= 0 && score < 1000 ? score : null
}
