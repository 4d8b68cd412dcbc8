import type { Grid } from '../grid/grid.ts'
import { isRaised, nameOfMark } from '../values/index.ts'

const NO_MARKS: ReadonlySet<string> = new Set()

/** The marks that notes of the table begin with. */
export function marksOf({ notes }: Pick<Grid, 'notes'>): ReadonlySet<string> {
  return notes.length === 0 ? NO_MARKS : new Set(notes.map(({ mark }) => mark))
}

/** A text without the footnote marks at its end, and the marks. */
export type Unmarked = { text: string; marks: string[] }

const BRACKETED = /\s*(?:\((\d{1,2})\)|\[(\d{1,2})\])$/
const LETTERED = /\s*(?:\(([a-z])\)|\[([a-z])\])$/i
const AFTER_FIGURE = /(?:\d%|[.,]\d+%?) ?(?:\(([a-z])\)|\[([a-z])\])$/i
const SIGNED = /\s*([#^§¶]{1,3})$/
const SLASHED = /(?:\s+|(?<=[a-z%)]))(\d{1,2})\/$/i
const STARS = /\s*(\*{1,3})$/
const SUPERSCRIPT = /(?<=[a-z%)])(\d)$/i
const MEASURED = /\b(?:ft|m|sq)\.? ?[²³]$/i

/**
 * Take footnote marks off the end of a title, header or label.
 *
 * > Original Loan-to-Value Ratios(1)(2)    → marks 1, 2
 * > Reduced 2(2)                           → "Reduced 2", mark 2
 * > Mortgage Rates(%)                      → no mark
 *
 * > Ratios 1/                              → mark 1
 * > Documentation²†                        → marks 2, †
 *
 * > 90.01% - 95.00% (a)                  → mark a
 *
 * A bare digit glued to a word, one before a slash, a letter behind a name and a sign are marks only when `known` holds
 * them, for names end in digits and letters too.
 */
export function takeMarks(printed: string, known: ReadonlySet<string>): Unmarked {
  const last = printed.charCodeAt(printed.length - 1)
  const isBare = (last >= 48 && last <= 57) || last === 47
  const isSign = last === 35 || last === 94 || last === 167 || last === 182
  const isSure = last === 41 || last === 93 || last === 42 || isRaised(last)
  if (!isSure && !((isBare || isSign) && known.size > 0)) return { text: printed, marks: [] }
  const marks: string[] = []
  let text = printed
  for (let found = findMark(text, known); found !== null; found = findMark(text, known)) {
    marks.unshift(found.mark)
    text = text.slice(0, found.at)
  }
  return { text, marks }
}

/** The last mark of the text; never the whole text, so that taking marks comes to an end. */
function findMark(text: string, known: ReadonlySet<string>): { mark: string; at: number } | null {
  const last = text.charCodeAt(text.length - 1)
  if (last >= 48 && last <= 57) return findBareMark(text, known)
  if (last === 47) return findSlashed(text, known)
  if (isRaised(last)) return findRaised(text, known)
  const bracketed = last === 42 ? STARS.exec(text) : BRACKETED.exec(text)
  if (bracketed !== null && bracketed.index > 0)
    return { mark: bracketed[1] ?? bracketed[2] ?? '', at: bracketed.index }
  return findSaid(last === 41 || last === 93 ? LETTERED : SIGNED, text, known)
}

/** A letter in brackets or a sign, where a note begins with it. */
function findSaid(
  pattern: RegExp,
  text: string,
  known: ReadonlySet<string>,
): { mark: string; at: number } | null {
  const said = pattern.exec(text)
  const mark = said?.[1] ?? said?.[2]
  if (said === null || mark === undefined || said.index === 0) return null
  return known.has(mark) || AFTER_FIGURE.test(text) ? { mark, at: said.index } : null
}

/** `Ratios 1/` and `Ratios1/`, where a note is marked so. */
function findSlashed(text: string, known: ReadonlySet<string>): { mark: string; at: number } | null {
  const slashed = SLASHED.exec(text)
  const mark = slashed?.[1]
  return slashed !== null && mark !== undefined && known.has(mark) ? { mark, at: slashed.index } : null
}

/** Digits in a row are one number where a note has it, else a mark each. */
function findRaised(text: string, known: ReadonlySet<string>): { mark: string; at: number } | null {
  if (MEASURED.test(text)) return null
  const last = text.length - 1
  let at = last
  while (at > 0 && isRaised(text.charCodeAt(at - 1))) at--
  const whole = nameOfMark(text.slice(at))
  const from = known.has(whole) ? at : last
  return from === 0 ? null : { mark: nameOfMark(text.slice(from)), at: text.slice(0, from).trimEnd().length }
}

function findBareMark(text: string, known: ReadonlySet<string>): { mark: string; at: number } | null {
  const before = text.charCodeAt(text.length - 2)
  // Most figures at the end of a label are its bounds.
  if (before <= 57 && before !== 37 && before !== 41) return null
  const bare = SUPERSCRIPT.exec(text)
  const mark = bare?.[1]
  return bare !== null && mark !== undefined && known.has(mark) ? { mark, at: bare.index } : null
}
