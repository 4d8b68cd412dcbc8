import type { PoolRef } from '../addresses/compare-address.ts'
import { printPoolRef } from '../addresses/compare-address.ts'
import type { GroupTable } from '../distributions/index.ts'
import { type PoolTables, tablesOverGroups } from '../figures/index.ts'
import { groupSlug, listTableGroups, type TableGroup, wholePool } from '../names/loan-groups.ts'
import type { DealRecord } from './deal-summary.ts'
import type { Library } from './library.ts'
import { tablesWithLoans } from './tables-with-loans.ts'
import { type LoadedTables, loadTables } from './whole-table.ts'

/** A deal's chosen filing with one of its loan groups, or the whole pool, to be held against others. */
export type LoadedPool = LoadedTables & {
  /** As addresses name it. */
  ref: string
  record: DealRecord
  /** The deal, and its loan group where one is chosen. */
  name: string
  /** As printed; null the whole pool. */
  loanGroup: string | null
  /** The loan groups that the filing prints, the whole pool among them; none where it prints one pool alone. */
  groups: TableGroup[]
  /** By dimension, the tables of the loan groups that make up the whole pool, where only they are printed. */
  summed: ReadonlyMap<string, readonly GroupTable[]>
}

/** Why there is no such pool. */
export type NoPool = 'deal-is-unknown' | 'loan-group-is-unknown' | 'pool-is-too-long'

/**
 * A deal's whole pool, or where its tables are all of one loan group, that; with a group, that one. One whose tables have
 * more than so many bytes is too long.
 */
export async function loadPool(
  library: Library,
  { slug, group }: PoolRef,
  mostBytes?: number,
): Promise<LoadedPool | NoPool> {
  const record = await library.findDeal(slug)
  const printed = record && (await loadTables(library, record.chosen, mostBytes))
  const loaded = record && (await withLoans(library, record.chosen, printed))
  if (!record || !loaded) return 'deal-is-unknown'
  if (loaded === 'pool-is-too-long') return loaded
  const chosen = choosePool(record.name, { stratifications: loaded.tables, pool: loaded.pool }, group)
  return chosen === null
    ? 'loan-group-is-unknown'
    : { ...loaded, ...chosen, ref: printPoolRef({ slug, group }), record }
}

/** The same with the loans of an exhibit behind its tables. */
async function withLoans(library: Library, sha256: string, loaded: Awaited<ReturnType<typeof loadTables>>) {
  if (loaded === null || loaded === 'pool-is-too-long') return loaded
  return { ...loaded, tables: await tablesWithLoans(library, sha256, loaded.tables) }
}

/** A loan group of a filing by its slug; without one the whole pool, or where all tables are of one group, that. */
export function choosePool(
  deal: string,
  source: PoolTables,
  group: string | null,
): Pick<LoadedPool, 'name' | 'loanGroup' | 'groups' | 'summed'> | null {
  const tables = source.stratifications
  const summed = tablesOverGroups(source)
  const groups = withWhole(listTableGroups(tables), summed.size > 0)
  const chosen = group === null ? null : groups.find(one => one.slug === group)
  if (chosen === undefined) return null
  const only = new Set(tables.map(groupSlug)).size === 1 ? (tables[0]?.loanGroup ?? null) : null
  const isApart = chosen !== null && chosen.loanGroup !== null
  return {
    name: isApart ? `${deal}, ${chosen.name}` : deal,
    loanGroup: chosen === null ? only : chosen.loanGroup,
    groups,
    summed,
  }
}

/** The loan groups of a filing, with the whole pool before them where it has no table of its own and is their sum. */
function withWhole(groups: readonly TableGroup[], isSum: boolean): TableGroup[] {
  const hasWhole = groups.some(({ loanGroup }) => loanGroup === null)
  return isSum && !hasWhole ? [{ ...wholePool, loanGroup: null, tables: [] }, ...groups] : [...groups]
}
