import { withUnit } from '../format/measure-value.ts'
import type { Bucket, Check, Stratification } from '../report.ts'
import { type AveragedBalance, findAveragedBalances, sumsAveraged } from './averaged-balance.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
import type { DescribedCheck } from './described-check.ts'
import { cell, tableOf } from './formula.ts'
import { halfUnitOf } from './printed-precision.ts'

const code = 'average-balance-matches-row'

/** An average printed with its cents is still rounded to them. */
const halfCent = 0.5

type Row = Pick<Bucket, 'values' | 'places'>

function checkRow(table: Stratification, averaged: AveragedBalance, row: Row, bucket?: number): Check[] {
  const { measure } = averaged
  const expected = row.values[measure]
  const balance = row.values[averaged.balance]
  const count = row.values.loanCount
  const at = row.places[measure]
  if (expected == null || balance == null || !count || !at) return []
  const ownHalf = Math.max(halfUnitOf(table, measure), halfCent)
  const tolerance = ownHalf + halfUnitOf(table, averaged.balance) / count
  const subject = { code, stratification: table.id, measure, at } as const
  const about = bucket === undefined ? subject : { ...subject, bucket }
  return [compareFigures(about, { expected, found: balance / count, tolerance })]
}

function formatSentence({ check, figures }: DescribedCheck): string {
  const found = withUnit(figures.found, figures.unit)
  return `balance over loans is ${found}${check.outcome === 'pass' ? '' : `, not ${withUnit(figures.printed, figures.unit)}`}`
}

/** A printed average balance against the row's balance over its loans, in the total row too. */
export const averageBalanceMatchesRow: CheckRule = {
  code,
  wording: 'The printed average balance is the row’s balance over its loans',
  heading: 'Average = balance ÷ loans',
  sentence: formatSentence,
  computesWith: ({ measure }) => [...sumsAveraged(measure), 'loanCount'],
  formulas: ({ stratification, measure, bucket }, input) => {
    const table = tableOf(input, stratification)
    if (!table || measure === null) return []
    const row = bucket ?? 'total'
    return sumsAveraged(measure).map(balance => ({
      expected: cell(table, row, measure),
      found: { quotient: [cell(table, row, balance), cell(table, row, 'loanCount')] },
    }))
  },
  run: ({ stratifications }) =>
    stratifications.flatMap(table =>
      findAveragedBalances(table).flatMap(averaged => [
        ...table.buckets.flatMap((row, bucket) => checkRow(table, averaged, row, bucket)),
        ...(table.total ? checkRow(table, averaged, table.total) : []),
      ]),
    ),
}
