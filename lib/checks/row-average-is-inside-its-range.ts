import { findDimension } from '../dimensions/index.ts'
import { withUnit } from '../format/measure-value.ts'
import type { Check, Place, Range, Stratification } from '../report.ts'
import { type CheckRule, compareFigures, compareWithBounds, type Subject } from './check-rule.ts'
import type { DescribedCheck } from './described-check.ts'
import { type CheckFormula, cell, type Formula, tableOf } from './formula.ts'
import { findOwnAverage } from './own-average.ts'
import { halfUnit, halfUnitOf } from './printed-precision.ts'
import { findReach, type Reach } from './range-reach.ts'

const code = 'row-average-is-inside-its-range'

type Average = { value: number; rounding: number }

/** Compare with the range; where one of its ends is open, just with the other. */
function compareWithRange(subject: Subject, average: Average, { low, high }: Range, reach: Reach): Check {
  const { value: expected, rounding } = average
  const tolerance = rounding + (low !== null && expected < low ? reach.below : reach.above)
  if (low !== null && high !== null)
    return compareWithBounds(subject, { expected, bounds: [low, high], tolerance })
  const found = Math.min(Math.max(expected, low ?? expected), high ?? expected)
  return compareFigures(subject, { expected, found, tolerance })
}

/** Check one figure of every row that has a range. */
function checkRows(
  table: Stratification,
  measure: string,
  averageOf: (row: Stratification['buckets'][number]) => Average | null,
): Check[] {
  const reaches = findReach(table)
  return table.buckets.flatMap((row, bucket) => {
    const average = averageOf(row)
    const at = row.places[measure]
    const reach = reaches[bucket]
    if (!average || !row.range || !reach || !at) return []
    const subject = { code, stratification: table.id, measure, bucket, at } as const
    return [compareWithRange(subject, average, row.range, reach)]
  })
}

/** Balance over loans is the average of a table whose rows are ranges of that balance. */
function checkBalances(table: Stratification): Check[] {
  const averages = findDimension(table.dimension)?.averages ?? []
  if (!averages.some(({ measure }) => measure === 'averageBalanceCents')) return []
  return checkRows(table, 'balanceCents', ({ values: { balanceCents, loanCount } }) =>
    balanceCents != null && loanCount
      ? { value: balanceCents / loanCount, rounding: halfUnitOf(table, 'balanceCents') / loanCount }
      : null,
  )
}

/** A nought under an average is how filings print that there is none. */
function checkAverages(table: Stratification): Check[] {
  const column = findOwnAverage(table)
  if (!column || column.measure === null) return []
  const { measure } = column
  const rounding = halfUnit(column)
  return checkRows(table, measure, ({ values, range }) => {
    const value = values[measure]
    if (value == null || values.loanCount === 0) return null
    return value === 0 && range?.low !== null ? null : { value, rounding }
  })
}

/** Against both ends, or where one is open, against the other, which an average on its right side is itself. */
function waysOfRange(expected: Formula, { low, high }: Range, at: Place): CheckFormula[] {
  const ends = [low, high].flatMap(end => (end === null ? [] : [{ number: end, at }]))
  const [least, most] = ends
  if (least && most) return [{ expected, bounds: [least, most] }]
  return [...ends, expected].map(found => ({ expected, found }))
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
  role: 'words',
  wording: 'The average of the row’s loans lies inside the printed range',
  heading: 'Row average in its range',
  sentence: formatSentence,
  computesWith: ({ measure }) => (measure === 'balanceCents' ? ['loanCount'] : []),
  formulas: ({ stratification, measure, bucket }, input) => {
    const table = tableOf(input, stratification)
    const row = table?.buckets[bucket ?? -1]
    if (!table || !row?.range || bucket === null || measure === null) return []
    const own = cell(table, bucket, measure)
    const expected =
      measure === 'balanceCents'
        ? { quotient: [own, cell(table, bucket, 'loanCount')] satisfies [Formula, Formula] }
        : own
    return waysOfRange(expected, row.range, row.at)
  },
  run: ({ stratifications }) =>
    stratifications.flatMap(table => [...checkBalances(table), ...checkAverages(table)]),
}
