import type { Check } from '../report.ts'
import { type CheckRule, compareFigures, compareWithBounds } from './check-rule.ts'
import { formatColumnSentence } from './described-check.ts'
import { cell, cellsOf, meansOfRows, sumOfCells, tableOf, weights } from './formula.ts'
import { findPoolAverages, type PoolAverage, type TableAverage, type TotalAverage } from './pool-averages.ts'
import { holdsAllLoans } from './same-pool.ts'

const code = 'weighted-average-matches-rows'

function compare({ table, measure, mean, bounds, rounding }: TableAverage, total: TotalAverage): Check[] {
  const expected = table.total?.values[measure]
  const at = table.total?.places[measure]
  if (expected == null || !at) return []
  const about = { code, stratification: table.id, measure, at }
  const half = total.rounding + rounding
  if (mean === null)
    return [compareWithBounds(about, { expected, bounds: [bounds.low, bounds.high], tolerance: half })]
  const tolerance = half + (expected > mean ? bounds.high - mean : mean - bounds.low)
  return [compareFigures(about, { expected, found: mean, tolerance })]
}

function checkAverage({ tables, totals }: PoolAverage): Check[] {
  return tables.flatMap(rows => {
    const total = totals.find(({ column }) => column === rows.column)
    return total && holdsAllLoans(rows.table) ? compare(rows, total) : []
  })
}

/**
 * The average a total row prints against the mean of the rows' averages, weighed by balance unless the filing's averages
 * show another weight. Each row is off by up to half a unit of its last place, so their mean is too, and the total adds
 * its own half. Where no balance is read to weigh by, the mean still lies between the least and the greatest row.
 */
export const weightedAverageMatchesRows: CheckRule = {
  code,
  wording: 'The average in the total row is the weighted mean of the rows',
  heading: 'Averages of the rows',
  sentence: described =>
    formatColumnSentence(
      described,
      'the average of the column',
      `the rows average ${described.figures.found}`,
    ),
  computesWith: 'column',
  formulas: ({ stratification, measure }, input) => {
    const table = tableOf(input, stratification)
    if (!table || measure === null) return []
    const expected = cell(table, 'total', measure)
    const rows = cellsOf(table, measure)
    return [
      ...weights.flatMap(weight => meansOfRows(table, measure, weight).map(found => ({ expected, found }))),
      { expected, found: sumOfCells(table, measure) },
      { expected, bounds: [{ least: rows }, { most: rows }] },
    ]
  },
  run: input => findPoolAverages(input).flatMap(checkAverage),
}
