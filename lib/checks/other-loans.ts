import { issue } from '../issues.ts'
import type { Issue, Stratification } from '../report.ts'
import { findReferenceTable } from '../statistics/index.ts'
import { footsOnItsOwn } from './foots-on-its-own.ts'
import { halfUnitOf } from './printed-precision.ts'

const sums = ['loanCount', 'balanceCents'] as const

/**
 * The tables of other loans than most tables of their loan group, each with the table that it differs from: both foot, and
 * their totals of loans or balance differ.
 */
export function findTablesOfOtherLoans(
  tables: readonly Stratification[],
): Map<Stratification, Stratification> {
  const found = new Map<Stratification, Stratification>()
  for (const own of Map.groupBy(tables, ({ loanGroup }) => loanGroup).values())
    for (const measure of sums) {
      const reference = findReferenceTable(own, own[0]?.loanGroup ?? null, measure)
      if (reference === null || !footsOnItsOwn(reference)) continue
      for (const table of own)
        if (!found.has(table) && differs(table, reference, measure) && footsOnItsOwn(table))
          found.set(table, reference)
    }
  return found
}

function differs(table: Stratification, reference: Stratification, measure: string): boolean {
  const own = table.total?.values[measure]
  const other = reference.total?.values[measure]
  if (own == null || other == null) return false
  return Math.abs(own - other) > halfUnitOf(table, measure) + halfUnitOf(reference, measure)
}

/** An issue for every table of other loans, for its figures are not compared with those of the pool. */
export function listTablesOfOtherLoans(tables: readonly Stratification[]): Issue[] {
  return [...findTablesOfOtherLoans(tables)].map(([{ title, at }, other]) =>
    issue('table-is-of-other-loans', { title, other: other.title }, at),
  )
}
