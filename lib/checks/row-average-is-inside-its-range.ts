import { withUnit } from '../format/measure-value.ts'
import type { Bucket, Check, Range, Stratification } from '../report.ts'
import { type CheckRule, compareFigures, compareWithBounds, type Subject } from './check-rule.ts'
import type { DescribedCheck } from './described-check.ts'
import { halfUnitOf } from './printed-precision.ts'

const code = 'row-average-is-inside-its-range'

/** Which column averages the table's own dimension. */
const averageMeasures = [
  { dimension: 'mortgage-rate', measure: 'waRatePct' },
  { dimension: 'remaining-term', measure: 'waRemainingTermMonths' },
  { dimension: 'original-term', measure: 'waOriginalTermMonths' },
  { dimension: 'credit-score', measure: 'waCreditScore' },
  { dimension: 'original-ltv', measure: 'waLtvPct' },
  { dimension: 'combined-ltv', measure: 'waCltvPct' },
  { dimension: 'dti', measure: 'waDtiPct' },
  { dimension: 'gross-margin', measure: 'waMarginPct' },
  { dimension: 'loan-age', measure: 'waLoanAgeMonths' },
  { dimension: 'current-balance', measure: 'averageBalanceCents' },
] as const

/** Compare with the range; where one of its ends is open, just with the other. */
function compareWithRange(
  subject: Subject,
  expected: number,
  { low, high }: Range,
  tolerance: number,
): Check {
  if (low !== null && high !== null)
    return compareWithBounds(subject, { expected, bounds: [low, high], tolerance })
  const found = Math.min(Math.max(expected, low ?? expected), high ?? expected)
  return compareFigures(subject, { expected, found, tolerance })
}

/** Ends printed in whole dollars stand for loans up to a dollar beyond them: $200,000.50 is in no printed range. */
function edgeTolerance({ label }: Bucket, measure: string): number {
  return measure.endsWith('Cents') && !/\.\d\d/.test(label) ? 99 : 0
}

function checkBalances(table: Stratification): Check[] {
  if (table.dimension !== 'current-balance') return []
  return table.buckets.flatMap((row, bucket) => {
    const balance = row.values.balanceCents
    const count = row.values.loanCount
    const at = row.places.balanceCents
    if (balance == null || !count || !row.range || !at) return []
    const expected = balance / count
    const tolerance = halfUnitOf(table, 'balanceCents') / count + edgeTolerance(row, 'balanceCents')
    const subject = { code, stratification: table.id, measure: 'balanceCents', bucket, at } as const
    return [compareWithRange(subject, expected, row.range, tolerance)]
  })
}

function checkAverages(table: Stratification): Check[] {
  const measure = averageMeasures.find(({ dimension }) => dimension === table.dimension)?.measure
  if (!measure) return []
  return table.buckets.flatMap((row, bucket) => {
    const expected = row.values[measure]
    const at = row.places[measure]
    if (expected == null || !row.range || !at || row.values.loanCount === 0) return []
    const tolerance = halfUnitOf(table, measure) + edgeTolerance(row, measure)
    const subject = { code, stratification: table.id, measure, bucket, at } as const
    return [compareWithRange(subject, expected, row.range, tolerance)]
  })
}

function formatSentence({ check, figures }: DescribedCheck): string {
  const lies = check.outcome === 'pass' ? 'lies inside' : 'lies outside'
  const loan = check.measure === 'balanceCents' ? ' a loan' : ''
  return `${withUnit(figures.printed, figures.unit)}${loan} ${lies} the row’s range, ${figures.allowed}`
}

/**
 * The average of a row's loans against the row's own printed range: balance over loans in a table of balances, and a
 * printed average of the table's dimension elsewhere (average score in a table of scores). Both ends count as inside.
 */
export const rowAverageIsInsideItsRange: CheckRule = {
  code,
  wording: 'Balance over loans of the row lies inside the printed range',
  heading: 'Row average in its range',
  sentence: formatSentence,
  computesWith: ({ measure }) => (measure === 'balanceCents' ? ['loanCount'] : []),
  run: ({ stratifications }) =>
    stratifications.flatMap(table => [...checkBalances(table), ...checkAverages(table)]),
}
