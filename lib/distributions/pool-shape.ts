import type { Unit } from '../report.ts'
import { ask } from './answer.ts'
import { hasRanges } from './compare.ts'
import { printedNames } from './compare-names.ts'
import { type PoolTables, printedDimensions } from './compare-pools.ts'
import { contradictsItself, distributionOf, type ToCompare, tablesOf } from './compared.ts'
import type { Bound, Distribution } from './distribution.ts'
import { noneFails } from './hull-of-shares.ts'
import { addOverGroups } from './over-groups.ts'
import { type Edge, edgesOf, spansAbove } from './rebucket.ts'
import { isAsPrinted } from './row-names.ts'
import { fitsOf, type SharedName, shareOfName } from './share-of-name.ts'

/** How a pool is spread over figures: at each edge that its table prints what of the balance lies above, in percent. */
export type RangeShape = {
  kind: 'range'
  dimension: string
  unit: Unit
  /** Rising; only edges at which whole rows alone make up the answer. */
  tails: { edge: Edge; share: Bound }[]
  /** Below the one there are no loans, above the other neither; null where the table does not tell. */
  from: number | null
  to: number | null
  /** What of the balance has a figure at all, in percent. */
  all: Bound
}

/** How it is spread over names; a key that is only a label as printed may be another's name in other words. */
export type NameShape = {
  kind: 'names'
  dimension: string
  shares: { key: string; name: string; isRegistered: boolean; share: Bound }[]
}

export type DimensionShape = RangeShape | NameShape

/** Of all dimensions that a pool prints with shares of balance, how it is spread: little enough to hold many pools against each other. */
export type PoolShape = DimensionShape[]

/** More edges than these are no finer picture. */
const mostTails = 60

/**
 * How a pool is spread, dimension by dimension; tables that print no balance or percent of it are left out, and those that
 * contradict themselves, which prove nothing.
 */
export function shapePool(pool: PoolTables): PoolShape {
  return printedDimensions([pool]).flatMap(({ dimension, pools }) => {
    const [only] = pools
    const asked = only && { ...pool, table: only.table, groups: only.groups }
    if (!asked || contradictsItself(asked)) return []
    return hasRanges(dimension.id) ? (shapeRange(dimension, asked) ?? []) : (shapeNames(asked) ?? [])
  })
}

function shapeRange({ id, unit }: { id: string; unit: Unit }, asked: ToCompare): RangeShape | null {
  const read = distributionOf(asked)
  if ('reason' in read || read.distribution.doNotAddUp.length > 0) return null
  const { distribution } = read
  const all = ask(distribution, { low: null, high: null }).balancePct
  if (all === null) return null
  const tails = thinned(edgesOf(distribution)).flatMap(edge => tailAt(distribution, edge) ?? [])
  return tails.length === 0
    ? null
    : { kind: 'range', dimension: id, unit, tails, ...supportOf(distribution), all }
}

function tailAt(distribution: Distribution, edge: Edge): RangeShape['tails'][number] | null {
  const [span] = spansAbove([edge])
  const { parts, balancePct } = ask(distribution, span ?? { low: null, high: null })
  const isWhole = parts.every(({ rule }) => rule === null || rule === 'whole-rows' || rule === 'no-figure')
  return isWhole && balancePct !== null ? { edge, share: balancePct } : null
}

function thinned(edges: readonly Edge[]): readonly Edge[] {
  if (edges.length <= mostTails) return edges
  const step = edges.length / mostTails
  return Array.from({ length: mostTails }, (_, order) => edges[Math.floor(order * step)]).filter(
    edge => edge !== undefined,
  )
}

/** Where loans can lie; nothing is told where a row is open, or holds loans of any figure. */
function supportOf({ rows }: Distribution): Pick<RangeShape, 'from' | 'to'> {
  let [from, to]: [number | null, number | null] = [Infinity, -Infinity]
  for (const { holds } of rows) {
    if (holds === 'none') continue
    const span = holds === 'any' ? { low: null, high: null } : holds.span
    from = from === null || span.low === null ? null : Math.min(from, span.low.value)
    to = to === null || span.high === null ? null : Math.max(to, span.high.value)
  }
  return { from, to }
}

function shapeNames(asked: ToCompare): NameShape | null {
  const shares = new Map<string, NameShape['shares'][number]>()
  for (const named of printedNames([asked]).values()) {
    const { key, name } = named
    const found = tablesOf(asked).map(({ table, tables }) => {
      const fits = fitsOf(table, named)
      return fits && shareOfName({ table, tables, failing: noneFails }, fits, 'balancePct')
    })
    const bounds = found.map(one => one?.share ?? null)
    const share = asked.groups ? addOverGroups(asked.groups, bounds, 'balancePct') : (bounds[0] ?? null)
    if (share === null) return null
    // A name that rows beside its own may hold too, or a residual row of a loan group, is among all others.
    const isSure = found.every(one => one?.possible === null && isOfRows(one))
    if (isSure) shares.set(key, { key, name, isRegistered: !isAsPrinted(key), share })
  }
  return shares.size === 0
    ? null
    : { kind: 'names', dimension: asked.table.dimension ?? '', shares: [...shares.values()] }
}

const isOfRows = ({ certain: { rule } }: SharedName) => rule === 'is-printed' || rule === 'all-are-printed'
