import type { GridColumn } from '../grid/grid.ts'
import { type Measure, matchMeasure } from '../measures/index.ts'
import { takeMarks } from './take-marks.ts'

const NO_MARKS: ReadonlySet<string> = new Set()
/** Words that tell one measure from another of the same figures. */
const QUALIFIERS =
  /\b(?:minimum|maximum|min|max|net|gross|original|orig|current|remaining|rem|initial|periodic|lifetime|combined|comb|junior)\b/gi

/**
 * What a column whose words may be a neighbour's could be headed by instead: what other pairings give it, and its own words
 * with one that stands in the header beside it.
 *
 * >      Weighted              Weighted
 *    Average Gross    Average            "Net" may be of either rate
 *       Margin (%)  Net Rate (%)  Rate (%)
 */
export function findRivals(columns: readonly GridColumn[], order: number): Measure[] {
  const { header = '', mayBe = [] } = columns[order] ?? {}
  const beside = [columns[order - 1], columns[order + 1]].flatMap(
    column => column?.header.match(QUALIFIERS) ?? [],
  )
  const qualified = beside.flatMap(word => putInto(header.split(' '), word))
  return [...mayBe, ...qualified].flatMap(words => matchMeasure(takeMarks(words, NO_MARKS).text) ?? [])
}

/** The words with another one at any place among them. */
function putInto(words: readonly string[], word: string): string[] {
  return words.map((_, at) => [...words.slice(0, at), word, ...words.slice(at)].join(' '))
}
