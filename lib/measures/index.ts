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

/** The measure with this id, or null. */
export function findMeasure(id: string | null): Measure | null {
  return id === null ? null : (byId.get(id) ?? null)
}

/** The measure that a column's header names, or null. */
export function matchMeasure(header: string): Measure | null {
  const words = header.slice(0, LONGEST)
  for (const measure of measures as readonly Measure[]) if (holdsWords(measure, words)) return measure
  return null
}

function holdsWords({ all, none }: Measure, header: string): boolean {
  for (const pattern of all) if (!pattern.test(header)) return false
  for (const pattern of none) if (pattern.test(header)) return false
  return true
}
