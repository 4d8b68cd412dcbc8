import { averages } from './averages.ts'
import type { Measure } from './measure.ts'
import { shares } from './shares.ts'
import { sums } from './sums.ts'

export type { Measure } from './measure.ts'

/** Every measure, specific before general: the first whose words a header holds wins. */
export const measures = [...shares, ...averages, ...sums] as const satisfies readonly Measure[]

export type MeasureId = (typeof measures)[number]['id']

/** Headers are shorter; bounds the work of patterns that skip words. */
const LONGEST = 300

const byId = new Map<string, Measure>(measures.map(measure => [measure.id, measure]))

/** The measure with this id; null where none has it. */
export function findMeasure(id: MeasureId): Measure
export function findMeasure(id: string | null): Measure | null
export function findMeasure(id: string | null): Measure | null {
  return id === null ? null : (byId.get(id) ?? null)
}

const EXTREME =
  /\b(?:min(?:imum)?|max(?:imum)?|lowest|highest|smallest|largest|greatest|least|median)\b(?!\.? ?(?:loan-? ?to|doc))/i
const AVERAGED = /\b(?:average|avg|mean|weighted|wtd|w\.? ?a)\b/i

/**
 * The measure that a column's header names, or null.
 *
 * > Minimum FICO     null: the least score of a row is not its average
 * > Maximum Rate     waMaximumRatePct, the most that a loan's rate can come to
 */
export function matchMeasure(header: string): Measure | null {
  const words = header.slice(0, LONGEST)
  const isExtreme = EXTREME.test(words) && !AVERAGED.test(words)
  for (const measure of measures as readonly Measure[])
    if (holdsWords(measure, words)) return isExtreme && measure.ofLimits !== true ? null : measure
  return null
}

/** Every measure whose words a header holds, specific before general, though it speaks of an extreme. */
export function matchMeasures(header: string): Measure[] {
  const words = header.slice(0, LONGEST)
  return (measures as readonly Measure[]).filter(measure => holdsWords(measure, words))
}

function holdsWords({ all, none }: Measure, header: string): boolean {
  for (const pattern of all) if (!pattern.test(header)) return false
  for (const pattern of none) if (pattern.test(header)) return false
  return true
}
