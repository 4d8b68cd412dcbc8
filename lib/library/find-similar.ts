import { measureDistance, type PoolDistance, type PoolShape, shapePool } from '../distributions/index.ts'
import type { DealSummary } from './deal-summary.ts'
import type { Library } from './library.ts'
import { type LoadedPool, loadPool } from './load-pool.ts'

/** A deal beside the one asked for, and how far its pool is from that one's. */
export type SimilarPool = { deal: DealSummary; distance: PoolDistance }

export type SimilarPools = {
  /** The nearest first; those compared in fewer than half of the dimensions that are asked for come last. */
  pools: SimilarPool[]
  /** Of how many deals with tables these are, and how many of them were looked at table by table. */
  deals: number
  measured: number
  /** How many dimensions the pool asked for prints. */
  dimensions: number
}

/** So many deals are measured table by table, none of them with more bytes of tables: forty lists of loans would take a minute. */
const mostMeasured = 40
const mostBytesOfOne = 2_000_000

/** The pools of a library that are nearest to one, as far as both print it. */
export async function findSimilar(library: Library, pool: LoadedPool, limit: number): Promise<SimilarPools> {
  const own = shapePool(pool)
  const { slugs, deals } = await library.findNear(pool.record.slug, mostMeasured)
  const measured: SimilarPool[] = []
  for (const slug of slugs) {
    const other = await findShape(library, slug)
    if (other) measured.push({ deal: other.deal, distance: measureDistance(own, other.shape) })
  }
  const near = measured.filter(({ distance }) => distance.points !== null).sort(byDistance(own))
  const apart = measured.filter(({ distance }) => distance.points === null)
  return {
    pools: [...near, ...apart].slice(0, limit),
    deals,
    measured: measured.length,
    dimensions: own.length,
  }
}

/** The deals whose pools are measured nearest to a deal's, the nearest first, as its own page lists them; none of an unknown deal. */
export async function rankNearest(library: Library, slug: string): Promise<string[]> {
  const pool = await loadPool(library, { slug, group: null }, mostBytesOfOne)
  if (typeof pool === 'string') return []
  const { pools } = await findSimilar(library, pool, mostMeasured)
  return pools.filter(({ distance }) => distance.points !== null).map(({ deal }) => deal.slug)
}

type Shaped = { deal: DealSummary; shape: PoolShape }

/** So many pools stay at hand, some kilobytes each, for whoever looks for similar ones again. */
const mostKept = 400
const kept = new Map<string, Shaped>()

/** How a deal's whole pool is spread, as its chosen filing is now. */
async function findShape(library: Library, slug: string): Promise<Shaped | null> {
  const key = `${slug}\n${await library.findVersion(slug)}`
  const known = kept.get(key)
  if (known) return known
  const pool = await loadPool(library, { slug, group: null }, mostBytesOfOne)
  if (typeof pool === 'string') return null
  const shaped = { deal: pool.record.summary, shape: shapePool(pool) }
  const [oldest] = kept.keys()
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
  kept.set(key, shaped)
  return shaped
}

/** Is a pool compared in at least half of the dimensions that are asked for? */
export function isBroad(distance: PoolDistance, dimensions: number): boolean {
  return distance.dimensions.length * 2 >= dimensions
}

const byDistance = (own: PoolShape) => (one: SimilarPool, other: SimilarPool) =>
  Number(isBroad(other.distance, own.length)) - Number(isBroad(one.distance, own.length)) ||
  (one.distance.points ?? 0) - (other.distance.points ?? 0)
