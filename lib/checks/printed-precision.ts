import type { Bucket, Column, Place, Stratification } from '../report.ts'

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

/**
 * How many decimals a figure is printed with, by how wide it stands: 6.5 over five characters is 6.500. The column's most
 * where that is not its width.
 */
function printedDecimals(full: number, { start, end }: Place, { decimals, scale = 1 }: Column): number {
  const value = Number((full / scale).toFixed(decimals))
  const whole = Math.trunc(Math.abs(value))
  const beforePoint = (value < 0 ? 1 : 0) + String(whole).length
  const afterPoint = end - start - beforePoint - 1
  if (afterPoint === -1) return 0
  const ends = (places: number) => Number.isInteger(Math.round(value * 10 ** (places + 3)) / 1000)
  const places = whole > 0 || ends(afterPoint) ? afterPoint : afterPoint + 1
  return places > 0 && places <= decimals ? places : decimals
}

type PrintedRow = Pick<Bucket, 'values' | 'places'>

function decimalsIn(row: PrintedRow, column: Column): number | null {
  const value = row.values[column.measure ?? '']
  const at = row.places[column.measure ?? '']
  return value == null || !at ? null : printedDecimals(value, at, column)
}

/**
 * Half a unit of the last place of an average, apart for the rows and for the total: some tables print whole scores under
 * rows and two decimals under the total.
 *
 * A row with fewer decimals than others leaves out its zeros, for tables round all rows alike; so may the total then.
 */
export function halfUnitsOfAverage(table: Stratification, column: Column): { rows: number; total: number } {
  const half = (decimals: number) => halfUnit({ ...column, decimals })
  const printed = table.buckets.map(row => decimalsIn(row, column)).filter(decimals => decimals !== null)
  if (printed.length === 0) return { rows: half(column.decimals), total: half(column.decimals) }
  const most = printed.reduce((a, b) => Math.max(a, b))
  const leavesZerosOut = printed.some(decimals => decimals < most)
  const ofTotal = (table.total && decimalsIn(table.total, column)) ?? column.decimals
  return { rows: half(most), total: half(leavesZerosOut ? Math.max(most, ofTotal) : ofTotal) }
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
