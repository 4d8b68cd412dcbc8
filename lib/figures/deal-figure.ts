import { findDimension, nameByCode } from '../dimensions/index.ts'
import { namesOf, type Side } from '../distributions/index.ts'
import { averagedKinds } from '../pool/averaged-kinds.ts'
import type { Unit } from '../report.ts'

/**
 * A figure that can be asked of any deal: one that its `pool` is known by, the `share` of a named row of its tables, or the
 * `tail` of a range dimension beyond an edge. Shares and tails are of the balance, in percent; `at` in the dimension's unit,
 * cents for money.
 */
export type DealFigure =
  | { kind: 'pool'; id: string }
  | { kind: 'share'; dimension: string; name: string }
  | { kind: 'tail'; dimension: string; side: Side; at: number }

/** A share of a named row, or what lies beyond an edge. */
export type SplitFigure = Exclude<DealFigure, { kind: 'pool' }>

const units = new Map<string, Unit>(
  Object.entries({
    balance: 'cents',
    loans: 'count',
    average: 'cents',
    ...Object.fromEntries(averagedKinds.map(({ id, kind }) => [id, kind.unit])),
    'largest-state': 'percent',
  }),
)

/** The ids of the figures that a pool is known by, in the order they are shown. */
export const poolFigureIds: readonly string[] = [...units.keys()]

/** The dimensions whose rows have names that deals share, states before others. */
export const namedDimensions = ['state', 'purpose', 'occupancy', 'documentation', 'property-type'] as const

/** The names of a dimension's rows, by the ids that figures have them under; none where its names are a filing's own. */
export function shareNames(dimension: string): { id: string; name: string }[] {
  return dimension === 'state'
    ? [...nameByCode].map(([id, name]) => ({ id, name })).sort(byName)
    : namesOf(dimension)
}

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)

/** The unit of a figure's values: cents, percent, months, score or count. */
export function unitOfFigure(figure: DealFigure): Unit {
  return figure.kind === 'pool' ? (units.get(figure.id) ?? 'count') : 'percent'
}

/** The unit of the edge of a tail. */
export function unitOfEdge(dimension: string): Unit {
  return findDimension(dimension)?.unit ?? 'text'
}
