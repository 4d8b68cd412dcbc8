import { readScales } from './scale-words.ts'

/**
 * Words around a table that say "in years": `words` are those that name what they are of, none where it is whatever is
 * measured in time. `isCertain` is false where the labels alone may be meant.
 */
export type SaidYears = { words: string; isCertain: boolean }

export const MONTHS_A_YEAR = 12
/** No loan runs longer; what is more was printed in months, whatever words say. */
export const MOST_YEARS = 50

const TIMES = /\b(?:terms?|maturit(?:y|ies)|ages?|seasoning|roll|reset|adjustment)\b/i
const BRACKET = /[([]([^()[\]]*\bin (?:whole )?(?:years|yrs)\b[^()[\]]*)[)\]]/i
/** Sentences speak of years in many ways: only what stands `in years`, told of a term or an age, is printed so. */
const SENTENCE =
  /\b(?:terms?|maturit(?:y|ies)|ages?|seasoning)\b[^.;:]{0,120}?(?:\b(?:is|are|be|being|stated|shown|expressed|given|presented|reported|measured|set forth|calculated)(?: all)?|\() ?in (?:whole )?(?:years|yrs)\b(?! *(?:\d|one\b|prior\b|before\b|after\b))/i

/**
 * What a title or a heading says to be in years.
 *
 * > Occupancy Status (Remaining Term and Seasoning in Years)     remaining term and seasoning
 *   Occupancy Status (in years)                                  whatever is measured in time
 *   Remaining Term (Years)                                       remaining term: the labels, and maybe a column
 *
 * `labelsAreFigures` tells whether the rows themselves may be years.
 */
export function readSaidYears(words: string, labelsAreFigures: () => boolean): SaidYears | null {
  if (!readScales(words).years) return null
  const inBracket = BRACKET.exec(words)?.[1] ?? ''
  if (TIMES.test(inBracket)) return { words: inBracket, isCertain: true }
  if (!labelsAreFigures()) return { words: TIMES.test(words) ? words : '', isCertain: true }
  return TIMES.test(words) ? { words, isCertain: false } : null
}

/** What a sentence says to be in years. */
export function findYearSentence(text: string): SaidYears | null {
  const [words = null] = SENTENCE.exec(text) ?? []
  return words === null ? null : { words, isCertain: true }
}
