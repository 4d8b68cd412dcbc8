import { isRaised, RAISED } from '../../values/index.ts'

/**
 * Does the text from `start` to `end` look like a figure? Cheap, and wider than the values: `1,23` passes here and
 * becomes an issue when it is read.
 *
 * > 113,346,210.62   (838,007.00)   -5.1   .50
 *
 * `(1)` is a footnote mark and `-` a zero that is not printed; a lone dash passes.
 */
export function isFigure(line: string, start: number, end: number): boolean {
  let at = start
  const first = line.charCodeAt(at)
  const last = line.charCodeAt(end - 1)
  let to = end
  if (first === 40 && last === 41) {
    if (end - start <= 4) return false
    at++
    to--
    if (line.charCodeAt(at) === 36) at++
  } else if (first === 45) at++
  if (at >= to) return first === 45 && end - start === 1
  return isDigits(line, at, to)
}

function isDigits(line: string, start: number, end: number): boolean {
  let digits = 0
  for (let at = start; at < end; at++) {
    const code = line.charCodeAt(at)
    if (code >= 48 && code <= 57) digits++
    else if (code !== 44 && code !== 46) return false
  }
  const last = line.charCodeAt(end - 1)
  return digits > 0 && last !== 44 && last !== 46 && line.charCodeAt(start) !== 44
}

const MISSING = new Set(['n/a', 'na', 'n.a', 'n.a.', 'nap', 'nm', '--', '---', '–', '—'])
const LONGEST_MISSING = 4

/** Is it what filings print where there is no figure: `N/A`, `n/a`, `NAP`, a long dash? */
export function isMissing(line: string, start: number, end: number): boolean {
  return end - start <= LONGEST_MISSING && MISSING.has(line.slice(start, end).toLowerCase())
}

const IN_WORDS =
  /^(?:none|nil|negligible|de minimis|unavailable|not (?:available|applicable|reported|rated|scored))$/i
const LESS_IN_WORDS = /^\(?(?:less than|under|below|lt) ?(?:0?\.\d{1,4}|1(?:\.0+)?) ?%?\)?$/i
const LITTLE = /^(?:nil|negligible|de minimis)$/i
/** `(less than 0.005%)` */
export const LONGEST_IN_WORDS = 18

/** Do words say that there is no figure? Right of figures they do; elsewhere they are a label: `Not Available   12`. */
export function isMissingInWords(text: string): boolean {
  return text.length <= LONGEST_IN_WORDS && IN_WORDS.test(text)
}

/** Do words say that a share is too small to print, as no label does: `less than 0.01%`, `negligible`? */
export function isLittleInWords(text: string): boolean {
  return text.length <= LONGEST_IN_WORDS && (LESS_IN_WORDS.test(text) || LITTLE.test(text))
}

const MARK = `\\((?:\\d{1,2}|[a-z])\\)|\\[(?:\\d{1,2}|[a-z])\\]|\\*{1,3}|${RAISED}`
const MARKS = new RegExp(`(?:${MARK}|(?<=% ?)\\d{1,2}/)+$`, 'i')
/** Marks of several notes take no more. */
const LONGEST_MARKS = 12

/**
 * Where the footnote marks begin that end a text; `end` where none does. The same in text and in cells.
 *
 * > 50.35%(1)   268[2]   0.10**   50.00%3/   $289,499(a)(b)   360‡
 *         ^        ^         ^          ^            ^           ^
 *
 * A number before a slash is a mark only behind a percent sign: elsewhere it runs into the figure.
 */
export function startOfMarks(text: string, start: number, end: number): number {
  const last = text.charCodeAt(end - 1)
  if (last !== 41 && last !== 93 && last !== 42 && last !== 47 && !isRaised(last)) return end
  const from = Math.max(start, end - LONGEST_MARKS)
  const found = MARKS.exec(text.slice(from, end))
  return found === null ? end : from + found.index
}

/** Is the whole text a footnote mark, `*`, `+` or `(1)`? It may stand for a share too small to print. */
export function isMark(text: string, start = 0, end = text.length): boolean {
  if (end <= start || end - start > LONGEST_MARK) return false
  if (startOfMarks(text, start, end) === start) return true
  // Behind a figure they say something else: `700+`.
  let at = start
  while (at < end && MARKING.has(text.charCodeAt(at))) at++
  return at === end
}

/** `+`, `#`, `^`, `§`, `¶` */
const MARKING = new Set([43, 35, 94, 167, 182])

/** `(12)`, `***` */
const LONGEST_MARK = 4

const SIGNS = new RegExp(`(?: {0,2}%|x(?![a-z]))?(?:${MARK}|(?<=%)\\d{1,2}/)*`, 'iy')

/**
 * Where the signs behind a figure end, glued or a blank or two away: `7.499%`, `6.000 %` and `4.250(1)` belong whole to the
 * label they end.
 */
export function endOfSigns(line: string, end: number): number {
  const code = line.charCodeAt(end)
  if (
    code !== 37 &&
    code !== 40 &&
    code !== 91 &&
    code !== 32 &&
    code !== 42 &&
    (code | 32) !== 120 &&
    !isRaised(code)
  )
    return end
  SIGNS.lastIndex = end
  SIGNS.test(line)
  return SIGNS.lastIndex
}
