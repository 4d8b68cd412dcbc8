import type { Unit } from '../report.ts'

/** The dimension a statistic averages, and the ends that its open ranges are given in bounds. */
export type AverageOf = {
  dimension: string
  /** Lower end of "50.00 and Below": the least that a loan can have. Null where nothing limits it. */
  floor: number | null
  /** Upper end of "Over 1,000,000". Null where nothing limits it. */
  ceiling: number | null
}

/**
 * A figure about a whole pool or group that filings state in words.
 *
 * `phrases` name it. The figure follows them, or with `figure: 'before'` it stands in the sentence ahead of them.
 * `measure` is the column whose total row prints the same figure.
 */
export type StatisticKind = {
  id: string
  name: string
  unit: Unit
  phrases: readonly RegExp[]
  /** In lower case: no phrase is in a sentence that holds none of these. A quick look before the slow one. */
  hints: readonly string[]
  figure: 'after' | 'before'
  /** What else the sentence must say for the words to mean this statistic. */
  sentence?: RegExp
  /** What the sentence must not say. */
  unless?: RegExp
  average: AverageOf | null
  measure: string | null
  /** Why it is not recomputed, where no table could give it. */
  reason?: string
}
