import { findMeasure } from '../measures/index.ts'
import type { Check, Column, Stratification } from '../report.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
import { countRows } from './described-check.ts'
import { addPrinted, halfUnit } from './printed-precision.ts'
import { figuresOfAllRows } from './rows-of-computed.ts'

const code = 'computed-column-comes-to-the-loans'

/** Loans and balances come to all exactly, shares to a hundred within what rounding took from each row. */
function checkColumn(table: Stratification, column: Column): Check[] {
  const { measure } = column
  const expected = measure === null ? null : table.total?.values[measure]
  if (measure === null || expected == null || !findMeasure(measure)?.additive) return []
  const figures = figuresOfAllRows(table, measure)
  if (figures === null) return []
  const found = addPrinted(figures, column.unit === 'percent' ? column.decimals : 0)
  const subject = { code, stratification: table.id, measure, at: table.at }
  return [compareFigures(subject, { expected, found, tolerance: figures.length * halfUnit(column) })]
}

/**
 * The rows of a table that is computed from loans against what all loans come to, those that do not tell it included: no loan is in
 * two rows, and none is lost.
 */
export const computedColumnComesToTheLoans: CheckRule = {
  code,
  role: 'footing',
  wording: 'The rows of the computed column come to what all loans come to',
  heading: 'Computed columns come to the loans',
  name: ({ measure, table }) => `${measure ?? 'Column'}, ${countRows(table)}, computed`,
  terms: () => ({ printed: 'Of all loans', found: 'Of the rows' }),
  run: ({ stratifications }) =>
    stratifications
      .filter(({ computed }) => computed)
      .flatMap(table => table.columns.flatMap(column => checkColumn(table, column))),
}
