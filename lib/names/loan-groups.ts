import { findDimension } from '../dimensions/index.ts'
import { calmGroup } from '../format/calm-group.ts'
import type { Stratification } from '../report.ts'

/** The tables of one loan group, in the filing's order. `loanGroup` is as printed, null the whole pool. */
export type TableGroup = { slug: string; name: string; loanGroup: string | null; tables: Stratification[] }

type Grouped = Pick<Stratification, 'id' | 'loanGroup'>

/** How the pool of all loans is named and addressed among its loan groups. */
export const wholePool = { slug: 'whole-pool', name: 'Whole pool' }

/**
 * A loan group as it stands in an address and as an attribute: what its tables' ids begin with.
 *
 * > loan-group-1--original-ltv    loan-group-1
 */
export function groupSlug({ id, loanGroup }: Grouped): string {
  return loanGroup === null ? wholePool.slug : (id.split('--')[0] ?? id)
}

/** The loan groups of a filing in the order they are first printed; none where every table is of one group or pool. */
export function listTableGroups(tables: readonly Stratification[]): TableGroup[] {
  const groups = [...Map.groupBy(tables, groupSlug)].map(([slug, own]) => {
    const loanGroup = own[0]?.loanGroup ?? null
    return { slug, name: nameGroup(loanGroup), loanGroup, tables: own }
  })
  return groups.length > 1 ? groups : []
}

/** What people read for a loan group: as printed, but not shouted. Null is the whole pool. */
export function nameGroup(loanGroup: string | null): string {
  return loanGroup === null ? wholePool.name : calmGroup(loanGroup)
}

/** > Loan Group 1, Loan Group 2 and Loan Group 3 */
export function nameGroups(loanGroups: readonly string[]): string {
  const names = loanGroups.map(nameGroup)
  const last = names.pop() ?? ''
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last
}

/**
 * The same split of the other loan groups: tables of the same dimension, else of the same title but for the group's
 * name. Where a group splits by one dimension several times, the first goes with the first, the second with the second.
 */
export function findSiblings(table: Stratification, tables: readonly Stratification[]): Stratification[] {
  const alike = tables.filter(other => splitOf(other) === splitOf(table))
  const byGroup = Map.groupBy(alike, groupSlug)
  const own = byGroup.get(groupSlug(table)) ?? []
  const order = own.findIndex(({ id }) => id === table.id)
  return [...byGroup]
    .filter(([slug]) => slug !== groupSlug(table))
    .flatMap(([, others]) => others[order] ?? others[0] ?? [])
}

function splitOf({ dimension, title, loanGroup }: Stratification): string {
  if (findDimension(dimension)) return `by ${dimension}`
  const words = title.toLowerCase()
  return loanGroup === null ? words : words.replace(loanGroup.toLowerCase(), '').trim()
}
