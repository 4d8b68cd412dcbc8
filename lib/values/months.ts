import { decimalOf } from './decimal.ts'
import { type Figure, readFigure } from './figure.ts'

const UNIT = /(?:months?|mos?\.?)$/i

/** Months: `360`, `355.66`, `360 months`. Null for percents, money and negatives. */
export function readMonths(printed: string): number | null {
  return monthsOf(readFigure(printed.replace(UNIT, '')))
}

/** A figure in months, or null when it is none; `by` is 12 where it is printed in years. */
export function monthsOf(figure: Figure | null, by = 1): number | null {
  const months = decimalOf(figure === null ? null : { ...figure, digits: figure.digits * by }, false)
  return months !== null && months >= 0 ? months : null
}
