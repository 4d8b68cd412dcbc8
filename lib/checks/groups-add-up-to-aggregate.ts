import type { Bucket, Check, Stratification } from '../report.ts'
import { tablesOfSplit } from '../statistics/index.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
import type { DescribedCheck } from './described-check.ts'
import { footsOnItsOwn } from './foots-on-its-own.ts'
import { findLoanGroupFamilies } from './loan-group-families.ts'
import { halfUnitOf } from './printed-precision.ts'

const code = 'groups-add-up-to-aggregate'
const measures = ['loanCount', 'balanceCents'] as const

type Row = Pick<Bucket, 'values' | 'places'>
/** A row of the aggregate with the rows of the groups that it sums; a group without such a row adds nothing. */
type Sum = { whole: Row; parts: Row[]; bucket?: number }

function rowsToAdd(aggregate: Stratification, groups: readonly Stratification[]): Sum[] {
  const labelled = groups.map(({ buckets }) => Map.groupBy(buckets, ({ label }) => label))
  const rows = aggregate.buckets.map((whole, bucket) => ({
    whole,
    bucket,
    parts: labelled.flatMap(byLabel => byLabel.get(whole.label) ?? []),
  }))
  const totals = groups.flatMap(({ total }) => total ?? [])
  const whole = aggregate.total
  return whole && totals.length === groups.length ? [...rows, { whole, parts: totals }] : rows
}

function hasSameRows(aggregate: Stratification, groups: readonly Stratification[]): boolean {
  const labels = new Set(aggregate.buckets.map(({ label }) => label))
  const unique = labels.size === aggregate.buckets.length
  return unique && groups.every(({ buckets }) => buckets.every(({ label }) => labels.has(label)))
}

function checkSum(
  aggregate: Stratification,
  groups: readonly Stratification[],
  sum: Sum,
  measure: string,
): Check[] {
  const expected = sum.whole.values[measure]
  const at = sum.whole.places[measure]
  if (expected == null || !at || sum.parts.some(({ values }) => values[measure] == null)) return []
  const found = sum.parts.reduce((total, { values }) => total + (values[measure] ?? 0), 0)
  const tolerance = [aggregate, ...groups].reduce((total, table) => total + halfUnitOf(table, measure), 0)
  const subject = { code, stratification: aggregate.id, measure, at } as const
  const about = sum.bucket === undefined ? subject : { ...subject, bucket: sum.bucket }
  return [compareFigures(about, { expected, found, tolerance })]
}

/** Do all tables foot, and the groups still come to less or more than the whole? Then they are not all of its groups. */
function areOfOtherLoans(aggregate: Stratification, groups: readonly Stratification[]): boolean {
  if (![aggregate, ...groups].every(footsOnItsOwn)) return false
  return measures.some(measure => {
    const whole = aggregate.total?.values[measure]
    const parts = groups.flatMap(({ total }) => total?.values[measure] ?? [])
    if (whole == null || parts.length < groups.length) return false
    const tolerance = [aggregate, ...groups].reduce((total, table) => total + halfUnitOf(table, measure), 0)
    return Math.abs(parts.reduce((sum, part) => sum + part, 0) - whole) > tolerance
  })
}

function checkDimension(
  tables: readonly Stratification[],
  family: readonly string[],
  dimension: string,
): Check[] {
  const ofGroup = (loanGroup: string | null) => tablesOfSplit(tables, { dimension, loanGroup })
  const [aggregate, ...others] = ofGroup(null)
  const groups = family.map(ofGroup)
  const firsts = groups.flatMap(found => (found.length === 1 ? found : []))
  if (!aggregate || others.length > 0 || firsts.length < family.length) return []
  const sums = rowsToAdd(aggregate, firsts)
  const wanted = hasSameRows(aggregate, firsts) ? sums : sums.filter(({ bucket }) => bucket === undefined)
  if (areOfOtherLoans(aggregate, firsts)) return []
  return wanted.flatMap(sum => measures.flatMap(measure => checkSum(aggregate, firsts, sum, measure)))
}

function formatSentence({ check, figures }: DescribedCheck): string {
  const sum = `the loan groups add up to ${figures.found}`
  return check.outcome === 'pass' ? sum : `${sum}, ${figures.difference} from what is printed`
}

/**
 * Loans and balance of the whole pool's table against the sum over its loan groups: in the total row, and in every row
 * where all tables are split alike. Only where each group of a family has just one table of the dimension.
 */
export const groupsAddUpToAggregate: CheckRule = {
  code,
  wording: 'The loan groups add up to the whole pool',
  heading: 'Sum of the loan groups',
  sentence: formatSentence,
  run: ({ stratifications }) => {
    const dimensions = [...new Set(stratifications.flatMap(({ dimension }) => dimension ?? []))]
    return findLoanGroupFamilies(stratifications).flatMap(family =>
      dimensions.flatMap(dimension => checkDimension(stratifications, family, dimension)),
    )
  },
}
