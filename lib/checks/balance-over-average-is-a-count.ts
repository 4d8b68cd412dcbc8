import { withUnit } from '../format/measure-value.ts'
import { formatCount } from '../format/numbers.ts'
import type { Bucket, Check, Stratification } from '../report.ts'
import { type AveragedBalance, findAveragedBalances, sumsAveraged } from './averaged-balance.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
import type { DescribedCheck } from './described-check.ts'
import { cell, tableOf } from './formula.ts'
import { halfUnitOf } from './printed-precision.ts'

const code = 'balance-over-average-is-a-count'

/** An average printed with its cents is still rounded to them. */
const halfCent = 0.5

type Row = Pick<Bucket, 'values' | 'places'>

/** The whole number of loans nearest to balance over average; null where the row prints its count, or either is missing. */
function nearestCount({ values }: Row, { measure, balance: sum }: AveragedBalance): number | null {
  const [average, balance] = [values[measure], values[sum]]
  if (!average || !balance || values.loanCount != null) return null
  return Math.max(1, Math.round(balance / average))
}

function checkRow(table: Stratification, averaged: AveragedBalance, row: Row, bucket?: number): Check[] {
  const { measure, balance } = averaged
  const count = nearestCount(row, averaged)
  const at = row.places[measure]
  if (!count || !at) return []
  const expected = row.values[measure] ?? 0
  const found = (row.values[balance] ?? 0) / count
  const tolerance = Math.max(halfUnitOf(table, measure), halfCent) + halfUnitOf(table, balance) / count
  const nextAverage = found / (1 + 1 / count)
  if (found - nextAverage <= 2 * tolerance) return []
  const subject = { code, stratification: table.id, measure, at }
  return [
    compareFigures(bucket === undefined ? subject : { ...subject, bucket }, { expected, found, tolerance }),
  ]
}

function formatSentence({ check, figures, table, from }: DescribedCheck): string {
  const row = from.row === 'total' ? table?.total : table?.buckets[check.bucket ?? -1]
  const measure = check.measure ?? ''
  const count = row && sumsAveraged(measure).map(balance => nearestCount(row, { measure, balance }))[0]
  const loans = count ? `${formatCount(count)} loans` : 'a whole number of loans'
  const found = withUnit(figures.found, figures.unit)
  return check.outcome === 'pass'
    ? `the balance over it is ${loans}`
    : `the balance over it is no whole number of loans; over ${loans} it is ${found}`
}

function checkAverage(table: Stratification, averaged: AveragedBalance): Check[] {
  const checks = [
    ...table.buckets.flatMap((row, bucket) => checkRow(table, averaged, row, bucket)),
    ...(table.total ? checkRow(table, averaged, table.total) : []),
  ]
  const passed = checks.filter(({ outcome }) => outcome === 'pass')
  return passed.length * 2 > checks.length && passed.length > 1 ? checks : []
}

/**
 * Where a row prints balance and average but no number of loans: one over the other must be a whole number, as near as their
 * rounding tells. Not made where any average would do, for the row holds too many loans for its precision, nor where most
 * rows give none: then the average is of something else than this balance and its loans.
 *
 * > 70.01 - 75.00   23,716,370.90   407,075.00     58.26 loans: the average of 58 is 408,902.95, of 59 401,972.39
 */
export const balanceOverAverageIsACount: CheckRule = {
  code,
  wording: 'The balance over the printed average is a whole number of loans',
  heading: 'Balance ÷ average is a count',
  terms: () => ({ printed: 'Printed', found: 'Nearest for a whole number' }),
  sentence: formatSentence,
  computesWith: ({ measure }) => sumsAveraged(measure),
  formulas: ({ stratification, measure, bucket }, input) => {
    const table = tableOf(input, stratification)
    const row = bucket === null ? table?.total : table?.buckets[bucket]
    if (!table || !row || measure === null) return []
    return sumsAveraged(measure).flatMap(balance => {
      const count = nearestCount(row, { measure, balance })
      const [own, sum] = [measure, balance].map(one => cell(table, bucket ?? 'total', one))
      return count && own && sum ? [{ expected: own, found: { quotient: [sum, { number: count }] } }] : []
    })
  },
  run: ({ stratifications }) =>
    stratifications.flatMap(table => findAveragedBalances(table).flatMap(one => checkAverage(table, one))),
}
