import { findMeasure, type Measure } from '../measures/index.ts'
import type { Bucket, Check, Stratification } from '../report.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
import type { DescribedCheck, NamedCheck } from './described-check.ts'
import { cell, type Formula, meansOfRows, sumOfCells, tableOf, weights } from './formula.ts'
import { formulasOfBase, ownTotal } from './percent-base.ts'
import { shares } from './percent-shares.ts'
import { findPoolAverages, type PoolAverage, type TableAverage, type TotalAverage } from './pool-averages.ts'
import { halfUnitOf } from './printed-precision.ts'

const code = 'share-matches-its-row-elsewhere'

/** A share of the pool in percent, and how far it can be off. */
type Share = { value: number; rounding: number }

/** The one row of a table that a share is of; null where it splits the pool otherwise, or two rows may be meant. */
function findRow({ dimension, buckets }: Stratification, { rowOf }: Measure): Bucket | null {
  if (!rowOf || dimension !== rowOf.dimension) return null
  const near = buckets.filter(({ label }) => rowOf.near.test(label))
  const [row] = near
  return row && near.length === 1 && rowOf.label.test(row.label) ? row : null
}

/** A row's share of its table by a measure: its own division, else the percent printed beside it. */
function shareOf(table: Stratification, row: Bucket, of: string, percent: string): Share[] {
  const part = row.values[of]
  const whole = ownTotal(table, of)
  const printed = row.values[percent]
  if (part != null && whole) {
    const half = halfUnitOf(table, of)
    return [{ value: (part / whole) * 100, rounding: ((half + (part / whole) * half) / whole) * 100 }]
  }
  return printed == null || table.loanGroup !== null
    ? []
    : [{ value: printed, rounding: halfUnitOf(table, percent) }]
}

/** What a share of the pool can be of: its balance, as the field means it, or its loans. */
function sharesOf(table: Stratification, row: Bucket): Share[] {
  return [
    ...shareOf(table, row, 'balanceCents', 'balancePct'),
    ...shareOf(table, row, 'loanCount', 'countPct'),
  ]
}

function sharesAsFormulas(table: Stratification, row: number): Formula[] {
  return shares.flatMap(({ percent, of }) => [
    ...formulasOfBase(table, of, []).map(whole => ({
      product: [{ number: 100 }, { quotient: [cell(table, row, of), whole] satisfies [Formula, Formula] }],
    })),
    cell(table, row, percent),
  ])
}

/** "Full/Alternative" and "Single Family and PUD" are of more than one row. */
const isOfMore = (header: string) => /\/|\b(?:and|or|alt\w*)\b/i.test(header)

const nearest = (expected: number, shares: readonly Share[]) =>
  shares.reduce((a, b) =>
    Math.abs(b.value - expected) - b.rounding < Math.abs(a.value - expected) - a.rounding ? b : a,
  )

function compare(own: TableAverage | TotalAverage, other: Stratification, shares: readonly Share[]): Check[] {
  const { table, column, measure, mean, low, high } = own
  if (mean === null || shares.length === 0 || isOfMore(column.header)) return []
  const { value: found, rounding } = nearest(mean, shares)
  const at = table.total?.places[measure] ?? column.at
  const about = { code, stratification: table.id, measure, reference: other.id, at }
  const reach = found > mean ? high - mean : mean - low
  return [compareFigures(about, { expected: mean, found, tolerance: reach + rounding })]
}

/** The share a table prints of the pool: in its total, else what its rows come to. */
function shareOfTables({ tables, totals }: PoolAverage): (TableAverage | TotalAverage)[] {
  return [...totals, ...tables.filter(({ table }) => !totals.some(total => total.table === table))]
}

function checkAverage(average: PoolAverage): Check[] {
  const measure = findMeasure(average.measure)
  if (!measure?.rowOf || average.reading === 'any') return []
  return average.pool.flatMap(other => {
    const row = findRow(other, measure)
    const elsewhere = shareOfTables(average).filter(({ table }) => table !== other)
    return row ? elsewhere.flatMap(own => compare(own, other, sharesOf(other, row))) : []
  })
}

const nameOf = ({ reference }: NamedCheck) => reference?.name ?? 'another table'

function formatSentence({ check, figures, reference }: DescribedCheck): string {
  const row = `the row of ${reference?.name ?? 'another table'} is ${figures.found}% of the pool`
  return check.outcome === 'pass' ? row : `${row}, not ${figures.printed}%`
}

/**
 * A column of shares against the table that splits the pool by the same: the pool's "Percent Full Documentation" is the
 * share of the row "Full" of the table of documentation, by balance or by loans. Only where the words leave no doubt which
 * row is meant, and both tables split the same loans.
 */
export const shareMatchesItsRowElsewhere: CheckRule = {
  code,
  role: 'words',
  wording: 'The share of the pool is that of the row which another table prints for it',
  heading: 'Share = row elsewhere',
  name: named => `${named.measure ?? 'Share'}, against ${nameOf(named)}`,
  terms: named => ({ printed: 'Of this table', found: `In ${nameOf(named)}` }),
  sentence: formatSentence,
  computesWith: 'column',
  formulas: ({ stratification, reference, measure: id }, input) => {
    const [table, other] = [tableOf(input, stratification), tableOf(input, reference)]
    const measure = findMeasure(id)
    const row = other && measure ? findRow(other, measure) : null
    if (!table || !other || !row || !measure) return []
    const means = weights.flatMap(weight => meansOfRows(table, measure.id, weight))
    const own = [cell(table, 'total', measure.id), ...means, sumOfCells(table, measure.id)]
    const elsewhere = sharesAsFormulas(other, other.buckets.indexOf(row))
    return own.flatMap(expected => elsewhere.map(found => ({ expected, found })))
  },
  run: input => findPoolAverages(input).flatMap(checkAverage),
}
