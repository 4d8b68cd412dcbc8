import { rowsInAll } from '../format/count-rows.ts'
import { formatCount } from '../format/numbers.ts'
import { findMeasure } from '../measures/index.ts'
import type { Check, Column, Stratification } from '../report.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
import { countRows, type DescribedCheck, formatColumnSentence } from './described-check.ts'
import { cell, sumOfCells, tableOf } from './formula.ts'
import { addPrinted, halfUnit, printedFigures } from './printed-precision.ts'

const code = 'column-adds-up-to-total'

/**
 * Every row's figure is off by up to half a unit of its last place, so the sum is off by up to that times the rows.
 * The total adds its own half unit, unless it is a whole 100 %, which is exact.
 */
function toleranceFor(half: number, rows: number, total: number, isPercent: boolean): number {
  const ownHalf = isPercent && total === 100 ? 0 : half
  return rows * half + ownHalf
}

function checkColumn(table: Stratification, column: Column): Check[] {
  const { measure } = column
  if (measure === null || !findMeasure(measure)?.additive) return []
  const expected = table.total?.values[measure]
  const at = table.total?.places[measure]
  if (expected == null || !at) return []
  const printed = printedFigures(table, measure)
  if (printed.length === 0) return []
  const isPercent = column.unit === 'percent'
  const found = addPrinted(printed, isPercent ? column.decimals : 0)
  const tolerance = toleranceFor(halfUnit(column), printed.length, expected, isPercent)
  if (hasUnreadRow(table, measure) && found <= expected + tolerance) return []
  const subject = { code, stratification: table.id, measure, at } as const
  return [compareFigures(subject, { expected, found, tolerance })]
}

/** Does a row print something here that is no figure: a star for a share too small to print? What it adds is not known. */
function hasUnreadRow({ buckets }: Stratification, measure: string): boolean {
  return buckets.some(({ values, places }) => values[measure] == null && places[measure] !== undefined)
}

function formatSentence(described: DescribedCheck): string {
  const { figures, table } = described
  const rows = table === null ? 0 : rowsInAll(table)
  const sum =
    rows === 1
      ? `the one row gives ${figures.found}`
      : `the ${formatCount(rows)} rows add up to ${figures.found}`
  return formatColumnSentence(described, 'the column total', sum)
}

/**
 * The rows of a column against its printed total: counts and cents exactly, percents and rounded money within rounding.
 *
 * Where a row prints no figure in the column but a star or words, what it adds is not known: the others must not come to
 * more than the total, and nothing is told where they do not.
 *
 * > 29 rates to two places can miss 100.00 by 29 × 0.005 = 0.145
 */
export const columnAddsUpToTotal: CheckRule = {
  code,
  role: 'footing',
  wording: 'The rows of the column add up to the printed total',
  heading: 'Columns add up',
  headingOf: measure => `${measure}, sum`,
  name: ({ measure, table }) => `${measure ?? 'Column'}, ${countRows(table)}`,
  terms: () => ({ printed: 'Printed', found: 'Sum of the rows' }),
  sentence: formatSentence,
  computesWith: 'column',
  formulas: ({ stratification, measure }, input) => {
    const table = tableOf(input, stratification)
    if (!table || measure === null) return []
    return [{ expected: cell(table, 'total', measure), found: sumOfCells(table, measure) }]
  },
  run: ({ stratifications }) =>
    stratifications.flatMap(table => table.columns.flatMap(column => checkColumn(table, column))),
}
