import type { Column, Stratification } from '../report.ts'

/**
 * How far a printed figure can lie from the true one: half a unit of the column's last printed place.
 *
 * In the measure's unit: 0.005 for percents to two places, 50 cents for whole dollars, 50,000 cents for thousands,
 * nothing for dollars and cents and for counts, which are exact unless they are in thousands.
 */
export function halfUnit({ unit, decimals, scale = 1 }: Column): number {
  const half = 0.5 * scale * 10 ** -decimals
  if (unit === 'count') return scale === 1 ? 0 : half
  if (unit !== 'cents') return half
  return scale === 1 && decimals >= 2 ? 0 : 100 * half
}

/** The table's column of a measure, or null. */
export function findColumn(table: Stratification, measure: string): Column | null {
  return table.columns.find(column => column.measure === measure) ?? null
}

/** Half a unit of a measure's last printed place in a table; nothing where the table has no such column. */
export function halfUnitOf(table: Stratification, measure: string): number {
  const column = findColumn(table, measure)
  return column ? halfUnit(column) : 0
}

/** The figures that the rows of a table print for a measure, top to bottom. */
export function printedFigures({ buckets }: Stratification, measure: string): number[] {
  const printed: number[] = []
  for (const { values } of buckets) {
    const value = values[measure]
    if (value != null) printed.push(value)
  }
  return printed
}

/** Add figures printed to so many decimals without the noise of adding fractions in binary. */
export function addPrinted(values: readonly number[], decimals: number): number {
  const scale = 10 ** decimals
  return values.reduce((sum, value) => sum + Math.round(value * scale), 0) / scale
}
