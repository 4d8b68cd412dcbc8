import type { Unit } from '../report.ts'
import type { Bound } from './distribution.ts'
import type { DimensionShape, NameShape, PoolShape, RangeShape } from './pool-shape.ts'
import type { Edge } from './rebucket.ts'

/** Why a dimension that both pools print tells nothing of how far they are apart. */
export type NotComparable = 'no-shared-edge' | 'few-shared-names'

/**
 * How far two pools are apart in one dimension.
 *
 * `points` is the average difference of their shares, in percent points: of ranges between the first shared edge and the last,
 * of names the total variation. `moved` is Σ width · |F − G| over shared edges, in the dimension's unit: how far figures would
 * have to move, on average. `floor` is the largest difference that both prove, in points, and `at` where that is.
 */
export type DimensionDistance = {
  dimension: string
  points: number
  moved: { value: number; unit: Unit } | null
  floor: number
  at: { edge: number; belongs: Edge['belongs']; unit: Unit } | { name: string }
}

export type PoolDistance = {
  /** The mean of `points` over the dimensions compared, each counting alike; null where none is. */
  points: number | null
  /** The dimensions compared, the nearest first. */
  dimensions: DimensionDistance[]
  notComparable: { dimension: string; reason: NotComparable }[]
  /** How many dimensions either pool prints. */
  printed: number
}

/** How far two pools are apart, dimension by dimension; what they do not both tell is never guessed. */
export function measureDistance(one: PoolShape, other: PoolShape): PoolDistance {
  const dimensions: DimensionDistance[] = []
  const notComparable: PoolDistance['notComparable'] = []
  for (const shape of one) {
    const match = other.find(({ dimension, kind }) => dimension === shape.dimension && kind === shape.kind)
    if (match === undefined) continue
    const distance = measureDimension(shape, match)
    if (typeof distance === 'string') notComparable.push({ dimension: shape.dimension, reason: distance })
    else dimensions.push(distance)
  }
  const sum = dimensions.reduce((all, { points }) => all + points, 0)
  const printed = new Set([...one, ...other].map(({ dimension }) => dimension)).size
  return {
    points: dimensions.length === 0 ? null : sum / dimensions.length,
    dimensions: dimensions.sort((a, b) => a.points - b.points),
    notComparable,
    printed,
  }
}

function measureDimension(one: DimensionShape, other: DimensionShape): DimensionDistance | NotComparable {
  if (one.kind === 'range' && other.kind === 'range') return measureRanges(one, other)
  return one.kind === 'names' && other.kind === 'names' ? measureNames(one, other) : 'no-shared-edge'
}

type SharedEdge = Edge & { one: Bound; other: Bound }

/** Nearer to nothing or to all than this, in percent, a tail is past the last loan. */
const pastLast = 0.05

function measureRanges(one: RangeShape, other: RangeShape): DimensionDistance | NotComparable {
  const edges = withoutEnds(sharedTails(one, other), one, other)
  const [first] = edges
  if (first === undefined) return 'no-shared-edge'
  let [moved, width, widest] = [0, 0, first]
  for (const [order, edge] of edges.entries()) {
    if (floorOf(edge.one, edge.other) > floorOf(widest.one, widest.other) + noise) widest = edge
    const before = edges[order - 1]
    if (before === undefined) continue
    moved += ((edge.at - before.at) * (gapOf(before.one, before.other) + gapOf(edge.one, edge.other))) / 2
    width += edge.at - before.at
  }
  return {
    dimension: one.dimension,
    points: width > 0 ? moved / width : gapOf(first.one, first.other),
    moved: width > 0 ? { value: moved / 100, unit: one.unit } : null,
    floor: floorOf(widest.one, widest.other),
    at: { edge: widest.at, belongs: widest.belongs, unit: one.unit },
  }
}

/** The edges at which both tell exactly what lies above: both print them, or one ends before. */
function sharedTails(one: RangeShape, other: RangeShape): SharedEdge[] {
  const own = one.tails.flatMap(({ edge, share }) => {
    const same = tailOf(other, edge)
    return same ? [{ ...edge, one: share, other: same }] : []
  })
  const theirs = other.tails.flatMap(({ edge, share }) => {
    const isOwn = own.some(({ at }) => at === edge.at)
    const same = isOwn ? null : tailOf(one, edge)
    return same ? [{ ...edge, one: same, other: share }] : []
  })
  return [...own, ...theirs].sort((a, b) => a.at - b.at)
}

const nothing: Bound = { low: 0, high: 0 }

function tailOf(
  { tails, from, to, all }: RangeShape,
  { at, belongs }: RangeShape['tails'][number]['edge'],
): Bound | null {
  const printed = tails.find(({ edge }) => edge.at === at && edge.belongs === belongs)
  if (printed) return printed.share
  if (to !== null && at > to) return nothing
  return from !== null && at < from ? all : null
}

/** Edges between the last that all loans of both lie above and the first that none does. */
function withoutEnds(edges: readonly SharedEdge[], one: RangeShape, other: RangeShape): SharedEdge[] {
  const isAll = (edge: SharedEdge) =>
    edge.one.high >= one.all.low - pastLast && edge.other.high >= other.all.low - pastLast
  const isNone = ({ one, other }: SharedEdge) => one.low <= pastLast && other.low <= pastLast
  const from = Math.max(0, edges.findLastIndex(isAll))
  const to = edges.findIndex(isNone)
  const kept = edges.slice(from, to < 0 ? undefined : to + 1)
  return kept.every(edge => isAll(edge) || isNone(edge)) ? [] : kept
}

/** Below this much of either pool, in percent, under names that both print, the rest hides too much. */
const leastNamed = 50

function measureNames(one: NameShape, other: NameShape): DimensionDistance | NotComparable {
  const known = sharedNames(one, other)
  const restOf = (side: 'one' | 'other') => {
    const low = known.reduce((sum, pair) => sum + pair[side].low, 0)
    const high = known.reduce((sum, pair) => sum + pair[side].high, 0)
    return { low: Math.max(0, 100 - high), high: Math.max(0, 100 - low) }
  }
  const [rest, otherRest] = [restOf('one'), restOf('other')]
  if (known.length === 0 || rest.low > leastNamed || otherRest.low > leastNamed) return 'few-shared-names'
  const pairs = [...known, { name: 'all others', one: rest, other: otherRest }]
  const widest = pairs.reduce((most, pair) =>
    floorOf(pair.one, pair.other) > floorOf(most.one, most.other) + noise ? pair : most,
  )
  return {
    dimension: one.dimension,
    points: pairs.reduce((sum, pair) => sum + gapOf(pair.one, pair.other), 0) / 2,
    moved: null,
    floor: floorOf(widest.one, widest.other),
    at: { name: widest.name },
  }
}

/** The names that both print, and those that one prints and the other has nothing of, for it names all of its loans. */
function sharedNames(one: NameShape, other: NameShape): { name: string; one: Bound; other: Bound }[] {
  const find = ({ shares }: NameShape, key: string) => shares.find(share => share.key === key)
  const own = one.shares.flatMap(({ key, name, isRegistered, share }) => {
    const same = find(other, key)?.share ?? (isRegistered && namesAll(other, one) ? nothing : null)
    return same ? [{ name, one: share, other: same }] : []
  })
  const theirs = other.shares.flatMap(({ key, name, isRegistered, share }) =>
    find(one, key) === undefined && isRegistered && namesAll(one, other)
      ? [{ name, one: nothing, other: share }]
      : [],
  )
  return [...own, ...theirs]
}

/** Are all loans of a pool under names that are nobody else's in other words? Else it may hold some of a name it does not print. */
function namesAll({ shares }: NameShape, other: NameShape): boolean {
  const sure = shares.filter(
    ({ key, isRegistered }) => isRegistered || other.shares.some(one => one.key === key),
  )
  return sure.reduce((sum, { share }) => sum + share.high, 0) >= 100 - pastLast
}

/** Shares this close are equal: sums of fractions in binary are no closer. */
const noise = 1e-6

/** The difference of two shares, by the middle of what printing leaves open. */
const gapOf = (one: Bound, other: Bound) => Math.abs((one.low + one.high) / 2 - (other.low + other.high) / 2)

/** The least that two shares differ by. */
const floorOf = (one: Bound, other: Bound) => Math.max(0, one.low - other.high, other.low - one.high)
