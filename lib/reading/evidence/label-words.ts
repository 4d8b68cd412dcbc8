import { type Dimension, dimensions, readStateCode } from '../../dimensions/index.ts'
import type { Evidence } from '../decision.ts'
import type { SplitFacts } from '../facts.ts'
import { namedLabels } from './named-labels.ts'

/**
 * The words that rows of a dimension are named in, `Cash-out Refinance` of purposes, speak louder than a caption.
 *
 * > Status of the Mortgaged Properties     property type
 *   Primary Residence                        but the rows are words of occupancy, none of property types
 *   Investment Property
 */
export const labelWords: Evidence<Dimension, SplitFacts> = {
  id: 'label-words',
  judge(dimension, { labels }) {
    const named = namedLabels(labels)
    const own = countNamed(dimension, named)
    if (own * 2 > named.length)
      return { says: 'supports', why: `Most rows are words of “${dimension.name}”.` }
    if (own > 0) return null
    if (named.length < 2) return null
    const other = withWords.find(
      one => one !== dimension && canRuleOut(one, dimension) && named.every(label => isWordOf(one, label)),
    )
    return other === undefined ? null : { says: 'contradicts', why: `All rows are words of “${other.name}”.` }
  },
}

/** States are told from everything; other words of rows only from those of dimensions that have words of their own. */
function canRuleOut(one: Dimension, dimension: Dimension): boolean {
  if (one.buckets === 'state' && dimension.rowsMayBeStates) return false
  return one.buckets === 'state' || dimension.rows !== undefined || dimension.buckets === 'state'
}

/** The dimensions whose rows have words of their own. */
export const withWords = (dimensions as readonly Dimension[]).filter(
  ({ rows, buckets }) => buckets === 'state' || rows !== undefined,
)

/** Is the label named in the dimension's own words? */
export function isWordOf({ rows, buckets }: Dimension, label: string): boolean {
  return buckets === 'state' ? readStateCode(label) !== null : (rows?.test(label) ?? false)
}

/** How many of the labels are named in the dimension's own words. */
export function countNamed(dimension: Dimension, labels: readonly string[]): number {
  if (dimension.buckets !== 'state' && dimension.rows === undefined) return 0
  let count = 0
  for (const label of labels) if (isWordOf(dimension, label)) count++
  return count
}

/**
 * Do the labels name different things in the dimension's words? A word that all repeat may be of any other thing.
 *
 * > Single Family, Condominium      two kinds of property
 *   Prime, Near Prime, Subprime     one word: tiers of customers, not the index of a rate
 */
export function variesItsWords({ rows, buckets }: Dimension, labels: readonly string[]): boolean {
  if (buckets === 'state' || rows === undefined) return true
  const words = labels.flatMap(label => rows.exec(label)?.[0].toLowerCase() ?? [])
  return new Set(words).size > 1
}
