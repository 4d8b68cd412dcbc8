import { type Dimension, dimensions } from '../dimensions/index.ts'
import type { Stratification } from '../report.ts'
import { compareTables } from './compare.ts'
import type { CompareChoice, ComparedRow, Comparison } from './compared.ts'
import type { FailingTables } from './hull-of-shares.ts'
import type { GroupTable } from './over-groups.ts'
import type { NoDistribution } from './read-distribution.ts'

/** A pool with all tables of its filing, and those that checks fail in; `loanGroup` null is the whole pool. */
export type PoolTables = {
  tables: readonly Stratification[]
  loanGroup: string | null
  /** By dimension, the tables of the loan groups that make up a whole pool which has no table of its own. */
  summed?: ReadonlyMap<string, readonly GroupTable[]> | undefined
  failing?: FailingTables | undefined
}

/** Pools side by side in one dimension. `values` of each row are those of `pools`, in their order. */
export type ComparedPools = Pick<Comparison, 'by' | 'edges' | 'rows'> & {
  /** By their order among those asked for: which are compared, each with its table; `doesNotAddUp` where that contradicts itself. */
  pools: (PrintedPool & { doesNotAddUp: boolean })[]
  left: { pool: number; reason: NoDistribution | 'no-table' }[]
}

/** A pool by its order, with its table by a dimension; `groups` where it is the sum of its loan groups, `table` the first of theirs. */
export type PrintedPool = { pool: number; table: Stratification; groups?: readonly GroupTable[] }

/** The table of a pool by a dimension, of several the first; else those of the loan groups that make it up. */
function tableOf(
  { tables, loanGroup, summed }: PoolTables,
  dimension: string,
): Omit<PrintedPool, 'pool'> | undefined {
  const own = tables.find(table => table.dimension === dimension && table.loanGroup === loanGroup)
  if (own) return { table: own }
  const groups = loanGroup === null ? summed?.get(dimension) : undefined
  const [first] = groups ?? []
  return first && groups && { table: first.table, groups }
}

/** Pools in one dimension, brought to rows that all of those have that print it. */
export function comparePools(
  pools: readonly PoolTables[],
  dimension: string,
  choice: CompareChoice,
): ComparedPools {
  const found = pools.flatMap((one, pool) => {
    const own = tableOf(one, dimension)
    return own ? [{ pool, ...own, tables: one.tables, failing: one.failing }] : []
  })
  const { rows, left, doNotAddUp, ...compared } = compareTables(found, choice)
  const isLeft = (order: number) => left.some(({ table }) => table === order)
  const without = pools.flatMap((_, pool) =>
    found.some(one => one.pool === pool) ? [] : [{ pool, reason: 'no-table' as const }],
  )
  return {
    ...compared,
    rows: rows.map(row => ({ ...row, values: row.values.filter((_, order) => !isLeft(order)) })),
    pools: found.flatMap(({ pool, table, groups }, order) =>
      isLeft(order)
        ? []
        : [{ pool, table, ...(groups && { groups }), doesNotAddUp: doNotAddUp.includes(order) }],
    ),
    left: [...without, ...left.map(({ table, reason }) => ({ pool: found[table]?.pool ?? 0, reason }))],
  }
}

/** How many pools print each dimension, in the order of the registry; `pools` by their order. */
export function printedDimensions(
  pools: readonly PoolTables[],
): { dimension: Dimension; pools: PrintedPool[] }[] {
  return dimensions
    .map(dimension => ({
      dimension,
      pools: pools.flatMap((one, pool) => {
        const own = tableOf(one, dimension.id)
        return own ? [{ pool, ...own }] : []
      }),
    }))
    .filter(({ pools }) => pools.length > 0)
}

/** The row in which two pools are furthest apart, as far as both prove it. `higher` and `lower` are orders of values. */
export type WidestRow = { row: ComparedRow; order: number; least: number; higher: number; lower: number }

/** Null where no row proves that any two pools differ; a table that contradicts itself proves nothing. */
export function findWidest({ rows, pools }: Pick<ComparedPools, 'rows' | 'pools'>): WidestRow | null {
  let widest: WidestRow | null = null
  const isWrong = (order: number) => pools[order]?.doesNotAddUp ?? false
  for (const [order, row] of rows.entries())
    for (const [higher, one] of row.values.entries())
      for (const [lower, other] of row.values.entries()) {
        if (one === null || other === null || isWrong(higher) || isWrong(lower)) continue
        const least = one.low - other.high
        if (least > (widest?.least ?? 0)) widest = { row, order, least, higher, lower }
      }
  return widest
}
