import { findMeasure } from '../measures/index.ts'
import type { Bucket, Check, Stratification } from '../report.ts'
import { meanOverRows } from '../statistics/index.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
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
  const found = meanOverRows(table, pickValue)
  if (expected == null || !at || found === null) return []
  const tolerance = 2 * halfUnitOf(table, measure) + weightRounding(table, pickValue, found)
  const subject = { code, stratification: table.id, measure, at } as const
  return [compareFigures(subject, { expected, found, tolerance })]
}

/**
 * The average a total row prints against the balance-weighted mean of the rows' averages. Each row is off by up to half
 * a unit of its last place, so their mean is too, and the total adds its own half.
 */
export const weightedAverageMatchesRows: CheckRule = {
  code,
  run: ({ stratifications }) =>
    stratifications.flatMap(table =>
      table.columns.flatMap(({ measure }) =>
        measure && isWeighted(measure) ? checkMeasure(table, measure) : [],
      ),
    ),
}
