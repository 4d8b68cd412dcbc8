import { rowName } from '../format/index.ts'
import { oncePer } from '../once-per.ts'
import type { Bucket, Stratification } from '../report.ts'
import { tablesOfSplit } from '../statistics/index.ts'
import { footsOnItsOwn } from './foots-on-its-own.ts'
import { cell, type Formula } from './formula.ts'
import { findLoanGroupFamilies } from './loan-group-families.ts'
import { halfUnitOf } from './printed-precision.ts'

/** What the loan groups of a family add up in the whole pool's table. */
export const groupedMeasures = ['loanCount', 'balanceCents'] as const

type Row = Pick<Bucket, 'values' | 'places'>

/** A row of the whole pool's table with the rows of the groups that make it up; a group without such a row adds nothing. */
export type GroupSum = { whole: Row; parts: { table: Stratification; row: Row }[]; bucket?: number }

/** The whole pool's table of a dimension, those of its loan groups, and the rows of theirs that belong together. */
export type GroupedTables = {
  aggregate: Stratification
  groups: readonly Stratification[]
  sums: readonly GroupSum[]
}

function rowsToAdd(aggregate: Stratification, groups: readonly Stratification[]): GroupSum[] {
  const labelled = groups.map(table => ({ table, rows: Map.groupBy(table.buckets, rowName) }))
  const rows = aggregate.buckets.map((whole, bucket) => ({
    whole,
    bucket,
    parts: labelled.flatMap(({ table, rows: byLabel }) =>
      (byLabel.get(rowName(whole)) ?? []).map(row => ({ table, row })),
    ),
  }))
  const totals = groups.flatMap(table => (table.total ? [{ table, row: table.total }] : []))
  const whole = aggregate.total
  return whole && totals.length === groups.length ? [...rows, { whole, parts: totals }] : rows
}

function hasSameRows(aggregate: Stratification, groups: readonly Stratification[]): boolean {
  const labels = new Set(aggregate.buckets.map(rowName))
  const unique = labels.size === aggregate.buckets.length
  return unique && groups.every(({ buckets }) => buckets.every(bucket => labels.has(rowName(bucket))))
}

/** A row that gathers what is not printed by itself, so that what it holds depends on the rows beside it. */
const isResidual = ({ code, range, label }: Bucket) =>
  code === 'other' || (range === null && /\bothers?\b/i.test(label))

/**
 * Is all that the whole pool's row holds printed in rows of its name? Not where a group's residual row may hold some of it: of a
 * state that the group does not name, and of the whole pool's own residual row, every state that one of them does not name.
 *
 * > Loan group 2   California 60, Other 40     some of the 40 may be Texas, which the whole pool's table names
 */
function isAllNamed(aggregate: Stratification, groups: readonly Stratification[]) {
  const gathering = groups.filter(({ buckets }) => buckets.some(isResidual))
  const names = gathering.map(({ buckets }) => new Set(buckets.filter(row => !isResidual(row)).map(rowName)))
  const isNamedByAll = (row: Bucket) => names.every(own => own.has(rowName(row)))
  const areAllNamed = aggregate.buckets.every(row => isResidual(row) || isNamedByAll(row))
  return (row: Bucket | undefined) => row !== undefined && (isResidual(row) ? areAllNamed : isNamedByAll(row))
}

/** Do all tables foot, and the groups still come to less or more than the whole? Then they are not all of its groups. */
function areOfOtherLoans(aggregate: Stratification, groups: readonly Stratification[]): boolean {
  if (![aggregate, ...groups].every(footsOnItsOwn)) return false
  return groupedMeasures.some(measure => {
    const whole = aggregate.total?.values[measure]
    const parts = groups.flatMap(({ total }) => total?.values[measure] ?? [])
    if (whole == null || parts.length < groups.length) return false
    const tolerance = [aggregate, ...groups].reduce((total, table) => total + halfUnitOf(table, measure), 0)
    return Math.abs(parts.reduce((sum, part) => sum + part, 0) - whole) > tolerance
  })
}

function groupDimension(
  tables: readonly Stratification[],
  family: readonly string[],
  dimension: string,
): GroupedTables[] {
  const ofGroup = (loanGroup: string | null) => tablesOfSplit(tables, { dimension, loanGroup })
  const [aggregate, ...others] = ofGroup(null)
  const groups = family.map(ofGroup)
  const firsts = groups.flatMap(found => (found.length === 1 ? found : []))
  if (!aggregate || others.length > 0 || firsts.length < family.length) return []
  if (areOfOtherLoans(aggregate, firsts)) return []
  const sums = rowsToAdd(aggregate, firsts)
  const isWhole = isAllNamed(aggregate, firsts)
  const haveSameRows = hasSameRows(aggregate, firsts)
  const wanted = sums.filter(
    ({ bucket }) => bucket === undefined || (haveSameRows && isWhole(aggregate.buckets[bucket])),
  )
  return [{ aggregate, groups: firsts, sums: wanted }]
}

/**
 * The tables of the whole pool that print the same as those of its loan groups, row by row where all are split alike, else
 * the total alone; rows of which a group may hold loans in a residual row are left out. Only where each group of a family has just one table of the dimension.
 */
export function findGroupedTables(tables: readonly Stratification[]): GroupedTables[] {
  const dimensions = [...new Set(tables.flatMap(({ dimension }) => dimension ?? []))]
  return findLoanGroupFamilies(tables).flatMap(family =>
    dimensions.flatMap(dimension => groupDimension(tables, family, dimension)),
  )
}

const groupedOnce = oncePer(findGroupedTables)

/** The sums that give a row of the whole pool's table, or its total; no more than one where the groups are one family. */
export function findSums(
  tables: readonly Stratification[],
  aggregate: Stratification,
  bucket: number | null,
): GroupSum[] {
  const own = groupedOnce(tables).filter(one => one.aggregate === aggregate)
  return own.flatMap(({ sums }) => sums.filter(sum => (sum.bucket ?? null) === bucket))
}

/** The cell of a part of a sum. */
export function cellOfPart({ table, row }: GroupSum['parts'][number], measure: string): Formula {
  const order = (table.buckets as Row[]).indexOf(row)
  return cell(table, order < 0 ? 'total' : order, measure)
}
