import { findMeasure } from '../measures/index.ts'
import type { Check, Column, Stratification } from '../report.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
import { countRows } from './described-check.ts'
import { addPrinted, halfUnit } from './printed-precision.ts'

const code = 'computed-column-comes-to-the-loans'

type Given = { expected: number; found: number; tolerance: number }

/** The figures of all rows; null where a row lacks one, for then nothing is known of their sum. */
function figuresOf({ buckets }: Stratification, measure: string): number[] | null {
  const figures = buckets.map(({ values }) => values[measure] ?? null)
  return figures.every(figure => figure !== null) ? figures : null
}

/** Sums: loans and balances come to all exactly, shares to a hundred within what rounding took from each row. */
function addUp(table: Stratification, column: Column, measure: string, expected: number): Given | null {
  const figures = figuresOf(table, measure)
  if (figures === null) return null
  const isPercent = column.unit === 'percent'
  const found = addPrinted(figures, isPercent ? column.decimals : 0)
  return { expected, found, tolerance: figures.length * halfUnit(column) }
}

/** Averages: those of the rows, weighed as the loans are, come to that of all loans. */
function weighUp(table: Stratification, column: Column, measure: string, expected: number): Given | null {
  const by = measure === 'averageBalanceCents' ? 'loanCount' : 'balanceCents'
  const [figures, weights] = [figuresOf(table, measure), figuresOf(table, by)]
  if (figures === null || weights === null) return null
  let [sum, weight] = [0, 0]
  for (const [row, figure] of figures.entries()) {
    sum += figure * (weights[row] ?? 0)
    weight += weights[row] ?? 0
  }
  // Each row is rounded, and so is the average of all; amounts are rounded to whole cents.
  const half = column.unit === 'cents' ? halfCent : halfUnit(column)
  return weight === 0 ? null : { expected, found: sum / weight, tolerance: 2 * half }
}

const halfCent = 0.5

function checkColumn(table: Stratification, column: Column): Check[] {
  const { measure } = column
  const expected = measure === null ? null : table.total?.values[measure]
  if (measure === null || expected == null) return []
  const isSum = findMeasure(measure)?.additive ?? false
  const given = isSum ? addUp(table, column, measure, expected) : weighUp(table, column, measure, expected)
  return given === null
    ? []
    : [compareFigures({ code, stratification: table.id, measure, at: table.at }, given)]
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
