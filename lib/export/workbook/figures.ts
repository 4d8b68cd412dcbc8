import type { Unit } from '../../report.ts'
import type { BookCell, Look } from './book.ts'

/**
 * A figure of a report as a workbook has it: money in dollars, percents as true fractions, the rest as it is. Fifteen digits,
 * as spreadsheets keep them.
 */
export function bookFigure(value: number, unit: Unit | null): number {
  return unit === 'cents' || unit === 'percent' ? Number((value / 100).toPrecision(15)) : value
}

/** Decimals that a figure of a unit is kept with: a fraction has two more than its percent. */
export function placesOf(unit: Unit | null, decimals: number): number {
  return unit === 'percent' ? decimals + 2 : decimals
}

/**
 * The format of figures of a unit, with the decimals that are printed: those of a dollar for money.
 *
 * > #,##0.00   0.00%   0.00"x"
 */
export function formatOf(unit: Unit | null, decimals: number): string {
  const fraction = decimals > 0 ? `.${'0'.repeat(Math.min(decimals, 9))}` : ''
  if (unit === 'percent') return `0${fraction}%`
  if (unit === 'ratio') return `0${fraction}"x"`
  if (unit === 'years') return '0'
  return `#,##0${fraction}`
}

/** The same for a difference: nothing where there is none, for figures that agree are the rule. */
export function differenceFormat(unit: Unit | null, decimals: number): string {
  const format = formatOf(unit, decimals)
  return `+${format};-${format};"–"`
}

/** A figure as a cell, empty where it is not known. */
export function figureCell(
  value: number | null | undefined,
  { unit, decimals }: { unit: Unit | null; decimals: number },
  look?: Look,
  link?: BookCell['link'],
): BookCell | null {
  if (value === null || value === undefined) return null
  return {
    value: bookFigure(value, unit),
    format: formatOf(unit, decimals),
    ...(look && { look }),
    ...(link && { link }),
  }
}

/** The decimals that it takes to tell some values apart, in their unit; cents need those of a dollar. */
export function decimalsOf(values: readonly number[], unit: Unit | null): number {
  return values.reduce((most, value) => Math.max(most, ownDecimals(value, unit)), 0)
}

function ownDecimals(value: number, unit: Unit | null): number {
  if (unit === 'cents') return value % 100 === 0 ? 0 : 2
  const [, fraction = ''] = String(Number(value.toFixed(6))).split('.')
  return fraction.length
}

/** What is computed shows two decimals more than what is printed, but for money and counts. */
export function finer({ unit, decimals }: { unit: Unit; decimals: number }) {
  return { unit, decimals: unit === 'cents' || unit === 'count' ? decimals : decimals + 2 }
}
