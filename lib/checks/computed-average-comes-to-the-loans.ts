import { findMeasure } from '../measures/index.ts'
import type { Check, Column, Stratification } from '../report.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
import { halfUnit } from './printed-precision.ts'
import { figuresOfAllRows } from './rows-of-computed.ts'

const code = 'computed-average-comes-to-the-loans'
/** Amounts are rounded to whole cents. */
const halfCent = 0.5

/** The averages of the rows, weighed as the loans are, against that of all loans. Each row is rounded, and so is the average of all. */
function checkColumn(table: Stratification, column: Column): Check[] {
  const { measure } = column
  const expected = measure === null ? null : table.total?.values[measure]
  if (measure === null || expected == null || findMeasure(measure)?.additive) return []
  const by = measure === 'averageBalanceCents' ? 'loanCount' : 'balanceCents'
  const [figures, weights] = [figuresOfAllRows(table, measure), figuresOfAllRows(table, by)]
  if (figures === null || weights === null) return []
  let [sum, weight] = [0, 0]
  for (const [row, figure] of figures.entries()) {
    sum += figure * (weights[row] ?? 0)
    weight += weights[row] ?? 0
  }
  if (weight === 0) return []
  const half = column.unit === 'cents' ? halfCent : halfUnit(column)
  const subject = { code, stratification: table.id, measure, at: table.at }
  return [compareFigures(subject, { expected, found: sum / weight, tolerance: 2 * half })]
}

/** The averages of the rows of a table that is computed from loans come to the average of all loans. */
export const computedAverageComesToTheLoans: CheckRule = {
  code,
  wording: 'The averages of the computed rows come to that of all loans',
  heading: 'Computed averages come to the loans',
  name: ({ measure }) => `${measure ?? 'Average'}, computed`,
  terms: () => ({ printed: 'Of all loans', found: 'Of the rows' }),
  run: ({ stratifications }) =>
    stratifications
      .filter(({ computed }) => computed)
      .flatMap(table => table.columns.flatMap(column => checkColumn(table, column))),
}
