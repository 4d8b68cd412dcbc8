import { isTotalLabel } from '../total-label.ts'
import { opensLabel } from './label-words.ts'

/** The label of a row, or a line of words between rows: where it stands, and what it says. */
export type Labelled = { line: number; start: number; text: string }

/**
 * The lines of words that head the rows below them though those are set no deeper, by their numbers.
 *
 * > First Mortgages              the same labels come again below another heading: as the beginning of the label below it,
 *   Purchase      40    600      each would leave two rows that are called `Refinance`
 *   Refinance     27    400
 *   Second Mortgages
 *   Purchase       3     60
 *   Refinance      2     40
 *
 * So they do where the label below each is a whole range, which needs no beginning: `60.01 - 80.00`.
 *
 * None where a label comes twice below one heading, for then headings do not tell the rows apart either. A label that is
 * the first of each may be the end of a wrapped one: `Two to Four` / `Family`, `Five or More` / `Family`.
 */
export function findGroupHeadings(
  rows: readonly Labelled[],
  words: readonly Labelled[],
): ReadonlySet<number> {
  if (words.length === 0) return NONE
  const headings = new Set<number>()
  const firstOf = new Map<string, boolean>()
  const within = new Set<string>()
  let isRepeated = false
  let areRanges = true
  let isFirst = true
  let next = 0
  for (const { line, start, text } of rows) {
    const above = next
    while ((words[next]?.line ?? Number.POSITIVE_INFINITY) < line) next++
    const word = words[next - 1]
    if (next === above + 1 && word?.start === start && !opensLabel(word.text)) {
      headings.add(word.line)
      areRanges &&= WHOLE_RANGE.test(text) && !WANTS_FIGURE.test(word.text)
      within.clear()
      isFirst = true
    }
    if (isTotalLabel(text)) continue
    if (within.has(text)) return NONE
    const wasFirst = firstOf.get(text)
    if (wasFirst !== undefined && !(wasFirst && isFirst)) isRepeated = true
    firstOf.set(text, (wasFirst ?? true) && isFirst)
    within.add(text)
    isFirst = false
  }
  return isRepeated || areRanges ? headings : NONE
}

const WHOLE_RANGE =
  /^\$?\d[\d,.]{0,20}%? ?(?:[-–—]|to|thru|through) ?\$?\d[\d,.]{0,20}%?$|^\$?\d[\d,.]{0,20}%? (?:or|and) (?:less|more|lower|higher|below|above|under|over|greater|fewer|later|earlier)$/i
/** `Greater than`, `Between`, `50.01 -`: what goes on with a figure. */
const WANTS_FIGURE = /(?:\b(?:than|over|above|below|under|least|most|between|from|equal)|[-–—\d])$/i

const NONE: ReadonlySet<number> = new Set()
