import { type ComparedPools, comparePools, type PoolTables } from './compare-pools.ts'
import type { CompareChoice } from './compared.ts'

/** Fewer edges than this leave hardly a row in which several pools can be held against each other. */
const enough = 3

/** How few edges pools print in common, and which of them, left out, would leave the others the most; null where none does. */
export type FewEdges = { shared: number; without: { pool: number; shared: number } | null }

/** Null where edges were chosen, where pools print enough of them in common, and of two pools: neither costs more than the other. */
export function findFewEdges(
  pools: readonly PoolTables[],
  dimension: string,
  choice: CompareChoice,
  { by, edges, pools: compared }: ComparedPools,
): FewEdges | null {
  const isShared = choice.edges === null || choice.edges === 'shared'
  if (!isShared || (by !== 'edges' && by !== 'tails') || edges.length >= enough || compared.length < 3)
    return null
  const others = compared.map(({ pool }) => {
    const rest = pools.filter((_, order) => order !== pool)
    return { pool, shared: comparePools(rest, dimension, { ...choice, edges: 'shared' }).edges.length }
  })
  const most = others.reduce((best, one) => (one.shared > best.shared ? one : best))
  return { shared: edges.length, without: most.shared > edges.length ? most : null }
}
