import type { Unit } from '../report.ts'
import { formatMoney, formatWholeDollars } from './money.ts'
import { absent, formatDecimal, formatDifference, minus } from './numbers.ts'

/**
 * A value as people read it in a table cell, without its unit, for the unit stands in the header.
 *
 * `decimals` is the column's: those of a dollar for money (0 gives whole dollars), of a percent, month or point
 * otherwise. Years have no thousands separator. Null gives a dash.
 */
export function formatMeasureValue(value: number | null, unit: Unit | null, decimals = 0): string {
  if (value === null) return absent
  if (unit === 'cents') return decimals > 0 ? formatMoney(value) : formatWholeDollars(value)
  if (unit === 'years') return String(value)
  return formatDecimal(value, decimals)
}

/** The same for the difference of two values: signed unless it is nothing. */
export function formatMeasureDifference(value: number, unit: Unit | null, decimals = 0): string {
  return unit === 'cents' ? formatDifference(value / 100, decimals) : formatDifference(value, decimals)
}

/** A value with its unit, for running text: `$407,075`, `72.65%`, `355 months`, `1 month`, `1.41x`, `553`. */
export function formatWithUnit(value: number | null, unit: Unit | null, decimals = 0): string {
  const figure = formatMeasureValue(value, unit, decimals)
  if (value === null) return figure
  if (unit === 'cents') return value < 0 ? figure.replace('\u2212', '\u2212$') : `$${figure}`
  if (unit === 'percent') return `${figure}%`
  if (unit === 'months') return figure === '1' ? '1 month' : `${figure} months`
  if (unit === 'ratio') return `${figure}x`
  return figure
}

/** The unit put to a figure that is formatted already: a sign stays before the dollars. */
export function withUnit(figure: string, unit: Unit | null): string {
  if (unit === 'percent') return `${figure}%`
  if (unit === 'ratio') return `${figure}x`
  if (unit !== 'cents') return figure
  const isSigned = [minus, '+', '±'].includes(figure.charAt(0))
  return isSigned ? `${figure.charAt(0)}$${figure.slice(1)}` : `$${figure}`
}

/**
 * How many decimals tell a recomputed figure beside one stated with `decimals`: two more, and as many more as it takes
 * not to round it over the edge. 355.4986 beside 355 is 355.499, for 355.50 would look like 356.
 */
export function recomputedDecimals(value: number, decimals: number): number {
  const rounded = (amount: number) => amount.toFixed(decimals)
  let places = decimals + 2
  while (places < decimals + 6 && rounded(Number(value.toFixed(places))) !== rounded(value)) places += 1
  return places
}
