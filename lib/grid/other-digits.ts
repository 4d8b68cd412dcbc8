import { hasTabularFigures } from '../coverage/tabular-figures.ts'
import { type IssueCode, issue } from '../issues.ts'
import type { FilingDocument } from '../report.ts'
import { type Grid, gridOfIssue } from './grid.ts'

/** Digits of other scripts, and those of ASCII in other widths and styles. */
const RUN = /(?:(?![0-9])\p{Nd})+/gu
/** Whether a text may hold any: they begin with those of Arabic. */
const MAY_HOLD_ANY = /[\u0660-\u1a99\ua620-\uffff]/
/** So many lines apart, they stand in one table. */
const MOST_APART = 4

/** A text with digits of ASCII for all others, each in its place. Those beyond U+FFFF stay: they take two places. */
export function toAsciiDigits(text: string): string {
  return text.replace(RUN, run => [...run].map(toAsciiDigit).join(''))
}

/** Scripts have their ten digits in a row, from 0 on, and other characters before them. */
function toAsciiDigit(digit: string): string {
  if (digit.length > 1) return digit
  const code = digit.charCodeAt(0)
  let zero = code
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--
  return String(code - zero)
}

/** Lines with such digits, one below the other. */
type Stretch = { code: DigitsCode; first: number; last: number }
type DigitsCode = Extract<IssueCode, 'digits-are-of-another-script' | 'digits-are-not-read'>

/**
 * The tables of a document that print digits other than `0` to `9`, each as a grid without rows that says so: a reader
 * may take them for others, and so might Strata. `printed` are the lines of the file, `plain` what is read of them.
 *
 * Adds the issues `digits-are-of-another-script`, and where they stay as they are `digits-are-not-read`.
 */
export function* findOtherDigits(
  printed: readonly string[],
  plain: readonly string[],
  { format, lines: [from, to] }: FilingDocument,
): Generator<Grid, undefined> {
  const stretches: Stretch[] = []
  for (let index = from - 1; index < to; index++) {
    const code = codeOf(printed[index] ?? '', plain[index] ?? '', format)
    if (code === null) continue
    const above = stretches[stretches.length - 1]
    if (above?.code === code && index - above.last <= MOST_APART) above.last = index
    else stretches.push({ code, first: index, last: index })
  }
  for (const stretch of stretches) yield tellStretch(printed, stretch)
}

/** What is to be told of a line; null of one that has no such digits, or of a sentence. */
function codeOf(printed: string, plain: string, format: FilingDocument['format']): DigitsCode | null {
  if (!MAY_HOLD_ANY.test(printed) || printed.search(RUN) < 0) return null
  if (plain.search(RUN) >= 0) return 'digits-are-not-read'
  return format === 'html' || hasTabularFigures(plain) ? 'digits-are-of-another-script' : null
}

function tellStretch(lines: readonly string[], { code, first, last }: Stretch): Grid {
  const runs = [...(lines[first] ?? '').matchAll(RUN)]
  const below = last === first ? runs : [...(lines[last] ?? '').matchAll(RUN)]
  const [one] = runs
  const end = below[below.length - 1]
  const place = {
    line: first + 1,
    start: (one?.index ?? 0) + 1,
    end: (end?.index ?? 0) + (end?.[0].length ?? 0) + 1,
  }
  const at = last > first ? { ...place, lastLine: last + 1 } : place
  return gridOfIssue(issue(code, { printed: one?.[0] ?? '', lines: last - first + 1 }, at), at)
}
