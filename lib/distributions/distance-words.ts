import { findDimension } from '../dimensions/index.ts'
import { formatDecimal } from '../format/index.ts'
import type { DimensionDistance, NotComparable, PoolDistance } from './distance.ts'
import { sayFigure } from './words.ts'

/** Why a dimension is not comparable, as a sentence. */
export const notComparableSays: Record<NotComparable, string> = {
  'no-shared-edge': 'Their rows share no edge, so nothing is known of how far they are apart.',
  'few-shared-names': 'Most of the loans are under names that the other does not print.',
}

/** > 1.2 points   less than 0.1 points */
function sayPoints(points: number): string {
  if (points === 0) return '0 points'
  return points < 0.05 ? 'less than 0.1 points' : `${formatDecimal(points, 1)} points`
}

/** Where two pools are furthest apart in a dimension: `above 80`, `at 640 and above`, `in California`. */
export function sayWhere({ at }: Pick<DimensionDistance, 'at'>): string {
  if ('name' in at) return `in ${at.name}`
  const edge = sayFigure(at.edge, at.unit)
  return at.belongs === 'above' ? `at ${edge} and above` : `above ${edge}`
}

/**
 * What figures move by on average, in the dimension's unit; null of names.
 *
 * > 1.84   $12,400   3.2 months
 */
export function sayMoved({ moved }: Pick<DimensionDistance, 'moved'>): string | null {
  if (moved === null) return null
  const { value, unit } = moved
  if (unit === 'cents') return `$${formatDecimal(value / 100, 0)}`
  const figure = formatDecimal(value, value < 1 ? 2 : 1)
  return unit === 'months' ? `${figure} months` : figure
}

const nameOf = (dimension: string) =>
  (findDimension(dimension)?.name ?? dimension).replace(/^[A-Z](?=[a-z])/, letter => letter.toLowerCase())

/** A floor that is so small tells nothing. */
const leastFloor = 0.1

/**
 * What makes two pools near or far, in one sentence.
 *
 * > Nearest in occupancy (0.8 points) and original LTV (1.2 points); furthest in state (24.1 points, at least 20.3 in California).
 */
export function sayDistance({ dimensions }: PoolDistance): string {
  const say = ({ dimension, points }: DimensionDistance) => `${nameOf(dimension)} (${sayPoints(points)})`
  const [first, second, ...more] = dimensions
  if (!first) return 'They share no edge and no name in any dimension, so they are not comparable.'
  if (!second) return `Compared in ${say(first)} alone.`
  const last = more.at(-1) ?? second
  const nearest = more.length > 0 ? [first, second] : [first]
  return `Nearest in ${nearest.map(say).join(' and ')}; furthest in ${nameOf(last.dimension)} (${sayLast(last)}).`
}

/** Points of ranges are an average over their edges, so at one edge pools may lie further apart; of names they are the most. */
function sayLast(last: DimensionDistance): string {
  const floor = formatDecimal(Math.floor(last.floor * 10) / 10, 1)
  if (last.floor < leastFloor) return sayPoints(last.points)
  return 'edge' in last.at
    ? `${sayPoints(last.points)} on average over its edges, at least ${floor} ${sayWhere(last)} alone`
    : `${sayPoints(last.points)}, at least ${floor} ${sayWhere(last)}`
}
