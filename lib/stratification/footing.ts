import { powerOfTen } from '../values/index.ts'
import type { Figures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'

/** A column's figures as numbers, and its total. */
export type ColumnSum = { sum: number; total: number | null; rows: number; decimals: number }

/** Add up a column over the body rows, exactly in units of its last printed place; null when a figure is missing. */
export function sumColumn(figures: Figures, { body, total }: SplitRows, column: number): ColumnSum | null {
  const decimals = mostDecimals(figures, column)
  let sum = 0
  for (const row of body) {
    const value = inLastPlaces(figures, row, column, decimals)
    if (value === null) return null
    sum += value
  }
  const totalled = total === null ? null : inLastPlaces(figures, total, column, decimals)
  return { sum, total: totalled, rows: body.length, decimals }
}

/** The figures of a column by row, in units of its last printed place; null where none can be read. */
export function figuresInLastPlaces(figures: Figures, column: number): (number | null)[] {
  const decimals = mostDecimals(figures, column)
  return figures.map((_, row) => inLastPlaces(figures, row, column, decimals))
}

/** The most decimals printed in a column. */
export function mostDecimals(figures: Figures, column: number): number {
  let most = 0
  for (const row of figures) {
    const figure = row[column]
    if (figure && figure.decimals > most) most = figure.decimals
  }
  return most
}

function inLastPlaces(figures: Figures, row: number, column: number, decimals: number): number | null {
  const figure = figures[row]?.[column]
  const scale = figure ? powerOfTen(decimals - figure.decimals) : null
  return figure && scale !== null ? figure.digits * scale : null
}

/** Do the rows add up to the total? Each may be off by half a unit of its last place, and so may the total. */
export function addsUp(column: Omit<ColumnSum, 'decimals'>): boolean {
  if (column.total === null || column.total <= 0) return false
  return Math.abs(column.sum - column.total) <= roundingOf(column)
}

/** Do the rows add up to a hundred, as shares of a pool do? */
export function addsUpToHundred(column: ColumnSum): boolean {
  const hundred = 100 * (powerOfTen(column.decimals) ?? 1)
  return Math.abs(column.sum - hundred) <= roundingOf(column)
}

/** Percents are rounded, money and counts are not; half a unit a figure is the most that rounding takes. */
function roundingOf({ rows }: Pick<ColumnSum, 'rows'>): number {
  return (rows + 1) / 2
}
