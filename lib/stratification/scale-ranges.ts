import type { Dimension } from '../dimensions/index.ts'
import { issue } from '../issues.ts'
import type { Decision } from '../reading/decision.ts'
import type { SaidScale, ScaledRow } from '../reading/facts.ts'
import { decideLabelScale } from '../reading/label-scale.ts'
import { readScales } from '../reading/scale-words.ts'
import type { Bucket, Issue, Range, Stratification } from '../report.ts'

/**
 * Bring ranges of dollars to their full value where header or title say that dollars are in thousands or millions.
 *
 * Where it cannot be told whether that is said of the labels too, their ranges are not given, with an issue. Gives the
 * decision; null where nothing tells a scale.
 */
export function scaleRanges(
  { stub, title, at }: Pick<Stratification, 'stub' | 'title' | 'at'>,
  dimension: Dimension | null,
  buckets: Bucket[],
  issues: Issue[],
  said: SaidScale | null = null,
): Decision<number> | null {
  if (dimension?.unit !== 'cents') return null
  const header = readScales(stub?.header ?? '').money ?? 1
  const facts = {
    header,
    title: readScales(title).money ?? ofSentence(said),
    rows: buckets.flatMap(scaledRow),
  }
  if (facts.header === 1 && facts.title === 1) return null
  const decision = decideLabelScale(facts)
  const { chosen } = decision
  if (chosen === null) issues.push(issue('range-scale-is-not-certain', { title }, stub?.at ?? at))
  for (const bucket of buckets)
    if (bucket.range) bucket.range = chosen === null ? null : scaled(bucket.range, chosen)
  return decision
}

/** What a sentence or a note about the table tells of its dollars is said of the labels' too, or may be. */
function ofSentence(said: SaidScale | null): number {
  return said !== null && (said.scope === 'lead-in' || said.scope === 'note') ? said.by : 1
}

function scaledRow({ range, values }: Bucket): ScaledRow[] {
  const { balanceCents = null, loanCount = null } = values
  const mean = balanceCents === null || !loanCount ? null : balanceCents / loanCount
  return range === null ? [] : [{ range, mean }]
}

function scaled(range: Range, by: number): Range {
  const { low, high } = range
  return { ...range, low: low === null ? null : low * by, high: high === null ? null : high * by }
}
