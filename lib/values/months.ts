import { decimalOf } from './decimal.ts'
import { type Figure, readFigure } from './figure.ts'

const UNIT = /\s*(?:months?|mos?\.?)$/i

/** Months: `360`, `355.66`, `360 months`. Null for percents, money and negatives. */
export function readMonths(printed: string): number | null {
  return monthsOf(readFigure(printed.replace(UNIT, '')))
}

/** A figure in months, or null when it is none. */
export function monthsOf(figure: Figure | null): number | null {
  const months = decimalOf(figure, false)
  return months !== null && months >= 0 ? months : null
}
