import { findMeasure } from '../measures/index.ts'
import { headColumn, isRead } from '../names/column-heading.ts'
import type { Stratification, Unit } from '../report.ts'
import { statisticKinds } from '../statistics/index.ts'

/** A column that says something of each row by itself, an average or a share within it: what a second line can show. */
export type ChartLine = {
  measure: string
  /** With its unit, as over the column: `Avg rate, %`. */
  name: string
  unit: Unit | null
  decimals: number
  /** In row order; null where the row prints none. */
  values: (number | null)[]
}

/** The columns of a table that a second line can show, in its order. */
export function linesOf({ columns, buckets }: Stratification): ChartLine[] {
  return columns
    .filter(isRead)
    .filter(({ measure }) => findMeasure(measure)?.additive === false)
    .map(column => ({
      measure: column.measure,
      name: headColumn(column),
      unit: column.unit,
      decimals: column.decimals,
      values: buckets.map(({ values }) => values[column.measure] ?? null),
    }))
    .filter(({ values }) => values.some(value => value !== null))
}

/**
 * Which line a figure shows by itself: the first of its table, but for averages of what the axis shows already and of
 * money, which follows the size of the loans more than their kind. Null where no other is printed.
 */
export function leadLine(dimension: string | null, lines: ChartLine[]): string | null {
  const own = statisticKinds.filter(({ average }) => average?.dimension === dimension)
  const isOwn = (line: ChartLine) => own.some(({ measure }) => measure === line.measure)
  return lines.find(line => line.unit !== 'cents' && !isOwn(line))?.measure ?? null
}
