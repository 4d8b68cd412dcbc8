import type { Dimension } from '@/lib/dimensions/index.ts'
import {
  type ComparedPools,
  type ComparedRow,
  comparePools,
  findWidest,
  hasRanges,
  type printedDimensions,
  type WidestRow,
} from '@/lib/distributions/index.ts'
import type { ComparisonContext } from './compare-context.ts'

/** A dimension as it is shown among others. */
export type SmallComparison = {
  dimension: Dimension
  /** Its rows are those to draw: all above each edge, or names. */
  compared: ComparedPools
  /** Where two pools are proven to be furthest apart, at whichever edge one of them prints; it is one of the rows. */
  widest: WidestRow | null
  /** Are the rows those of the finer edges, because the ones that all print tell nothing? */
  isFiner: boolean
}

type Asked = Pick<ComparisonContext, 'measure' | 'edges'> & { pools: Parameters<typeof comparePools>[0] }

/** Every dimension that two of the pools print, in small. */
export function compareAllInSmall(
  context: Asked,
  printed: ReturnType<typeof printedDimensions>,
): SmallComparison[] {
  return printed
    .filter(({ pools }) => pools.length > 1)
    .map(({ dimension }) => compareInSmall(context, dimension))
}

/**
 * Two of several pools may differ at an edge that the others do not print. So the edges of any of them are looked at too, and
 * where the difference is widest there, that row stands among those at the edges that all print.
 */
function compareInSmall({ pools, measure, edges }: Asked, dimension: Dimension): SmallComparison {
  const at = (choice: 'shared' | 'finer') =>
    comparePools(pools, dimension.id, { measure, edges: choice, rows: 'above' })
  const asked = at(edges === 'finer' ? 'finer' : 'shared')
  const own = findWidest(asked)
  if (edges === 'finer' || !hasRanges(dimension.id))
    return { dimension, compared: asked, widest: own, isFiner: false }
  const finer = at('finer')
  const any = findWidest(finer)
  if (!asked.rows.some(tells)) {
    const isFiner = finer.rows.some(tells)
    return { dimension, compared: isFiner ? finer : { ...asked, rows: [] }, widest: any, isFiner }
  }
  if (any === null || any.least <= (own?.least ?? 0))
    return { dimension, compared: asked, widest: own, isFiner: false }
  const rows = [...asked.rows, any.row].sort((a, b) => (a.range?.low ?? 0) - (b.range?.low ?? 0))
  return { dimension, compared: { ...asked, rows }, widest: any, isFiner: false }
}

/** Has any pool something there? */
function tells({ values }: ComparedRow): boolean {
  return values.some(value => value !== null && value.high > 0)
}
