import { narrowedLoansIn } from '../reading/narrowed-loans.ts'
import type { HeadedTable } from './parts-of-pool.ts'

/**
 * Give tables whose titles name a part of the pool that part as their loans, unless totals show that it is all of them.
 *
 * > Credit Scores                                   1,000    $100,000,000
 *   Exceptions, by Credit Score                        90      $9,000,000     of the exceptions
 *   Credit Scores of the First Lien Loans           1,000    $100,000,000     of the pool, which has no others
 *
 * Words for a kind of loans ("First Lien Loans") may be for the whole of another pool: they tell a part only where a table
 * comes to another total. Tables are changed in place.
 */
export function namePartsInTitles(headed: readonly HeadedTable[]): void {
  const unnamed = headed.filter(({ table }) => table.loanGroup === null)
  const named = unnamed.flatMap(({ table }) => {
    const narrowed = narrowedLoansIn(table.title)
    return narrowed === null ? [] : [{ table, narrowed }]
  })
  if (named.length === 0) return
  const narrow = new Set(named.map(({ table }) => table))
  const whole = unnamed.flatMap(({ table }) => (narrow.has(table) ? [] : table))
  const others = unnamed.map(({ table }) => table)
  for (const { table, narrowed } of named) {
    if (whole.some(other => isSame(table, other))) continue
    if (narrowed.isKind && !others.some(other => differs(table, other))) continue
    table.loanGroup = narrowed.words
  }
}

type Table = HeadedTable['table']
const MEASURES = ['loanCount', 'balanceCents'] as const

/** What both print as their total, by measure. */
function compareTotals(one: Table, other: Table): boolean[] {
  return MEASURES.flatMap(measure => {
    const [own, others] = [one.total?.values[measure], other.total?.values[measure]]
    return own == null || others == null ? [] : [own === others]
  })
}

function isSame(one: Table, other: Table): boolean {
  const both = compareTotals(one, other)
  return both.length > 0 && both.every(isEqual => isEqual)
}

function differs(one: Table, other: Table): boolean {
  return compareTotals(one, other).includes(false)
}
