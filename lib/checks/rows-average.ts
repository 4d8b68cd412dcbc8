import { findMeasure, type Measure } from '../measures/index.ts'
import type { Bucket, Column, Stratification } from '../report.ts'
import { boundMean, type WeighedRow } from './bounds-of-mean.ts'
import type { Interval } from './interval.ts'
import { splitsBy } from './lacking-share.ts'
import { halfUnitOf } from './printed-precision.ts'

/**
 * What the rows of a table come to. `mean` is null where nothing weighs them; `bounds` are what weights allow, the averages
 * as printed; `low` and `high` add how these are rounded.
 */
export type RowsAverage = Interval & { mean: number | null; bounds: Interval; rounding: number }

function widen(mean: number | null, bounds: Interval, rounding: number): RowsAverage {
  return { mean, bounds, rounding, low: bounds.low - rounding, high: bounds.high + rounding }
}

/** How a table's averages are put together. */
export type Manner = {
  /** The measure that weighs the rows; null when nothing is known of their weights. */
  weight: string | null
  /** The share of the weight that may have no such figure, from 0 to 1. */
  lacking: number
}

/** A table's column of averages, and half a unit of the last place that its rows, and its total, are printed to. */
export type AverageColumn = {
  table: Stratification
  column: Column
  measure: string
  half: { rows: number; total: number }
}

/** The average a row prints; null where it prints none, or a nought that stands for none. */
function averageOf({ values }: Bucket, { id, canBeNought }: Measure): number | null {
  const value = values[id]
  return value == null || (value === 0 && !canBeNought) ? null : value
}

/**
 * May the loans of a row that prints no average have none? A dash says so, and a label that speaks of such loans or is no range
 * of the figure; a blank cell alone leaves their average out.
 */
function mayHaveNone(table: Stratification, { label, range, places }: Bucket, measure: Measure): boolean {
  if (!measure.lacking) return false
  if (places[measure.id] !== undefined || measure.lacking.rows?.test(label)) return true
  return range === null && splitsBy(measure.id)(table)
}

type Weighed = { rows: WeighedRow[]; withoutAverage: number }

/** The rows with their averages and weights, and the weight of the rows that print none; null where a weight is missing. */
function weigh(table: Stratification, measure: Measure, weight: string | null): Weighed | null {
  const half = weight === null ? 0 : halfUnitOf(table, weight)
  const rows: WeighedRow[] = []
  let withoutAverage = 0
  for (const bucket of table.buckets) {
    const value = averageOf(bucket, measure)
    const own = weight === null ? Number(value !== null) : bucket.values[weight]
    if (own == null || own < 0) return null
    const isEmpty = own === 0 && (half === 0 || bucket.values.loanCount === 0)
    if (isEmpty) continue
    if (value !== null) rows.push({ value, weight: own })
    else if (mayHaveNone(table, bucket, measure)) withoutAverage += own
    else return null
  }
  return rows.length === 0 ? null : { rows, withoutAverage }
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** The weighted mean of rows; null when nothing weighs. */
export function meanOf(rows: readonly WeighedRow[]): number | null {
  const total = sum(rows.map(({ weight }) => weight))
  return total > 0 ? sum(rows.map(({ value, weight }) => value * weight)) / total : null
}

/** What rows without an average explain of the weight that may lack one; the rest of it is among the other rows. */
function lackingOfOthers(lacking: number, { rows, withoutAverage }: Weighed): number {
  const others = sum(rows.map(({ weight }) => weight))
  if (lacking >= 1 || others <= 0) return 1
  return Math.min(1, Math.max(0, (lacking * (others + withoutAverage) - withoutAverage) / others))
}

/**
 * What the averages printed in a table's rows come to over all of its loans, null where they do not say: a row without an
 * average leaves it open, unless its loans may have no such figure.
 *
 * > California   60,000,000   715
 * > Texas        40,000,000   702      → 709.8, from 709.3 to 710.3
 *
 * Without weights, or when all loans may lack the figure, it lies between the lowest and the highest row.
 */
export function averageRows(
  { table, measure: id, half: { rows } }: AverageColumn,
  manner: Manner,
): RowsAverage | null {
  const measure = findMeasure(id)
  const weighed = measure && weigh(table, measure, manner.weight)
  if (!measure || !weighed) return null
  const lacking = manner.weight === null ? 1 : lackingOfOthers(manner.lacking, weighed)
  const half = manner.weight === null ? 0 : halfUnitOf(table, manner.weight)
  const mean = lacking >= 1 ? null : meanOf(weighed.rows)
  const isExact = mean !== null && half === 0 && lacking === 0
  const bounds = isExact ? { low: mean, high: mean } : boundMean(weighed.rows, { half, lacking })
  return widen(mean, bounds, rows)
}

/** What the rows come to when each prints its share of the pool, not of itself: their sum. */
export function addRows({ table, measure, half: { rows } }: AverageColumn): RowsAverage | null {
  const values = table.buckets.map(bucket => bucket.values[measure])
  const known = values.filter(value => value != null)
  if (known.length === 0 || known.length < values.length) return null
  const mean = sum(known)
  return widen(mean, { low: mean, high: mean }, known.length * rows)
}
