import { decimalOf } from './decimal.ts'
import { type Figure, readFigure } from './figure.ts'

/** Percent points as printed: `50.35%`, `19.9`, `100`. Null for money. */
export function readPercent(printed: string): number | null {
  return percentOf(readFigure(printed))
}

/** A figure in percent points, or null when it is money. */
export function percentOf(figure: Figure | null): number | null {
  return decimalOf(figure, true)
}
