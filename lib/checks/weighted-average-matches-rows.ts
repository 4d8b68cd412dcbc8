import { largest, smallest } from '../extremes.ts'
import { findMeasure } from '../measures/index.ts'
import type { Bucket, Check, Stratification } from '../report.ts'
import { meanOverRows } from '../statistics/index.ts'
import { type CheckRule, compareFigures, compareWithBounds } from './check-rule.ts'
import { formatColumnSentence } from './described-check.ts'
import { weightRounding } from './mean-rounding.ts'
import { halfUnitOf } from './printed-precision.ts'

const code = 'weighted-average-matches-rows'

/** Averages over the loans of a row are named so; other weighted measures are shares of the row's balance. */
const isAverage = (measure: string) => measure.startsWith('wa')

function isWeighted(measure: string): boolean {
  const known = findMeasure(measure)
  return known !== null && !known.additive && known.unit !== 'cents'
}

/** What a row prints for the measure. A nought under an average (score, margin) is how filings print that there is none. */
function printedAverage(measure: string) {
  return ({ values }: Bucket) => (isAverage(measure) ? values[measure] || null : (values[measure] ?? null))
}

function checkMeasure(table: Stratification, measure: string): Check[] {
  const expected = table.total?.values[measure]
  const at = table.total?.places[measure]
  const pickValue = printedAverage(measure)
  if (expected == null || !at) return []
  const subject = { code, stratification: table.id, measure, at } as const
  const found = meanOverRows(table, pickValue)
  const rounding = 2 * halfUnitOf(table, measure)
  if (found !== null)
    return [
      compareFigures(subject, {
        expected,
        found,
        tolerance: rounding + weightRounding(table, pickValue, found),
      }),
    ]
  const bounds = boundsOfRows(table, measure, pickValue)
  return bounds === null ? [] : [compareWithBounds(subject, { expected, bounds, tolerance: rounding })]
}

/** The least and the greatest of the rows, between which their mean lies whatever the weights; null where a row is not read. */
function boundsOfRows(
  { buckets }: Stratification,
  measure: string,
  pickValue: (bucket: Bucket) => number | null,
): [number, number] | null {
  if (buckets.length < 2 || buckets.some(({ values }) => values[measure] == null)) return null
  const values = buckets.flatMap(bucket => pickValue(bucket) ?? [])
  return values.length === 0 ? null : [smallest(values), largest(values)]
}

/**
 * The average a total row prints against the balance-weighted mean of the rows' averages. Each row is off by up to half
 * a unit of its last place, so their mean is too, and the total adds its own half. Where no balance is read to weigh by,
 * the mean still lies between the least and the greatest row.
 */
export const weightedAverageMatchesRows: CheckRule = {
  code,
  wording: 'The average in the total row is the balance-weighted mean of the rows',
  heading: 'Averages of the rows',
  sentence: described =>
    formatColumnSentence(
      described,
      'the average of the column',
      `the rows average ${described.figures.found}`,
    ),
  computesWith: 'column',
  run: ({ stratifications }) =>
    stratifications.flatMap(table =>
      table.columns.flatMap(({ measure }) =>
        measure && isWeighted(measure) ? checkMeasure(table, measure) : [],
      ),
    ),
}
