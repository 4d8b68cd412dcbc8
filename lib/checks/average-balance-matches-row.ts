import { withUnit } from '../format/measure-value.ts'
import type { Bucket, Check, Stratification } from '../report.ts'
import { findAveragedBalance } from './averaged-balance.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
import type { DescribedCheck } from './described-check.ts'
import { halfUnitOf } from './printed-precision.ts'

const code = 'average-balance-matches-row'
const measure = 'averageBalanceCents'

/** An average printed with its cents is still rounded to them. */
const halfCent = 0.5

function checkRow(table: Stratification, row: Pick<Bucket, 'values' | 'places'>, bucket?: number): Check[] {
  const expected = row.values[measure]
  const balanceMeasure = findAveragedBalance(table)
  if (balanceMeasure === null) return []
  const balance = row.values[balanceMeasure]
  const count = row.values.loanCount
  const at = row.places[measure]
  if (expected == null || balance == null || !count || !at) return []
  const ownHalf = Math.max(halfUnitOf(table, measure), halfCent)
  const tolerance = ownHalf + halfUnitOf(table, balanceMeasure) / count
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
  computesWith: () => ['balanceCents', 'originalBalanceCents', 'loanCount'],
  run: ({ stratifications }) =>
    stratifications.flatMap(table => [
      ...table.buckets.flatMap((row, bucket) => checkRow(table, row, bucket)),
      ...(table.total ? checkRow(table, table.total) : []),
    ]),
}
