import type { LineRange } from '../filing/line-claim.ts'
import type { Printed } from '../report.ts'
import { type Flow, isStacked, printedInFlow, toFlow } from './flow.ts'
import { isPageMark, isRuleOrBlank, placeOnLine, splitCells, type TextLine } from './text-lines.ts'

/** An exhibit as a list or index names it; `words` is its description with places. */
export type ListedExhibit = { number: Printed; words: Flow; lines: LineRange }

const NUMBER = '\\d{1,2}(?:\\.\\d{1,3})?(?:\\.?\\([a-z0-9]{1,3}\\)){0,2}'
/** `99.1       Computational Materials`, `12(c) --   Statement`, `99.2 ..... Term Sheet`, `(c) Exhibits:  Exhibit 20.1: Statement`, `(EX-99.1) Report` */
const LISTED = new RegExp(
  `^(\\s*(?:\\([a-d]\\)\\s+(?:exhibits?[.:]?\\s+)?)?(?:exhibit\\s+)?(?:no\\.?\\s+)?(?:\\(?ex[-\\s])?)(${NUMBER})(?:(?<=\\(ex[-\\s][^)]{1,12})\\))?(?:\\s+[-–—]+\\s+|\\s*\\.{4,}\\s*|[.:]?\\s{2,}|[.:*]\\s|\\s(?=[A-Z]))(?=\\S)`,
  'i',
)
/** In HTML the number may be alone in its cell's line, with the description on a line after it. */
const NUMBER_ALONE = new RegExp(`^(\\s*)(${NUMBER})\\s*$`, 'i')
const MOST_LINES = 8
/** Submissions of the field have two dozen exhibits. */
export const MOST_EXHIBITS = 200

/**
 * The exhibits that lines list, in order.
 *
 * > 99.1   Computational Materials filed on Form SE dated ........   6
 *          October 28, 2003.
 *
 * A description runs to a blank line or the next number. Leaders, page numbers and the closing point are left out.
 */
export function readListedExhibits(lines: TextLine[]): ListedExhibit[] {
  const listed: ListedExhibit[] = []
  for (let index = 0; index < lines.length && listed.length < MOST_EXHIBITS; index += 1) {
    const exhibit = readListed(lines, index)
    if (exhibit !== null) listed.push(exhibit)
  }
  return listed
}

function readListed(lines: TextLine[], index: number): ListedExhibit | null {
  const line = lines[index]
  if (line === undefined) return null
  const found = LISTED.exec(line.text)
  if (found !== null) return toListed(line, found, lines.slice(index, index + MOST_LINES))
  const alone = line.origins === null ? null : NUMBER_ALONE.exec(line.text)
  const after = lines.slice(index + 1, index + 6 + MOST_LINES)
  const next = after.findIndex(each => each.text.trim() !== '')
  if (alone === null || next === -1 || next > 5) return null
  return toListed(line, alone, [line, ...after.slice(next, next + MOST_LINES)])
}

function toListed(line: TextLine, found: RegExpExecArray, candidates: TextLine[]): ListedExhibit | null {
  const [matched, before = '', number = ''] = found
  const own = [blankOut(line, 0, matched.length), ...findContinuation(candidates)]
  const words = toFlow(own.map(withoutPageNumber))
  if (!isDescription(words.text)) return null
  const at = placeOnLine(line, before.length, before.length + number.length)
  return {
    number: { value: number, at },
    words,
    lines: { first: line.line, last: own.at(-1)?.line ?? line.line },
  }
}

/** Words that start with a capital, a quote or a year; `20 shares` and `(b) Not applicable` list nothing. */
function isDescription(text: string): boolean {
  return /^["“'([]?[A-Z0-9]/.test(text) && /[A-Za-z]{3}/.test(text) && !/^not applicable|^none\b/i.test(text)
}

/** The lines that go on with the description that the first of them begins. */
function findContinuation([first, ...lines]: TextLine[]): TextLine[] {
  const indent = first?.text.search(/\S/) ?? 0
  const end = lines.findIndex(
    ({ text }, at) =>
      isRuleOrBlank(text) ||
      (isStacked((at === 0 ? first : lines[at - 1])?.text ?? '', text.trimStart()) &&
        text.search(/\S/) <= indent) ||
      isPageMark(text) ||
      LISTED.test(text) ||
      /^\s*(?:<\/?[a-z]|item\s+\d|signatures?\s*$)/i.test(text),
  )
  return end === -1 ? lines : lines.slice(0, end)
}

/** Dotted leaders, and a number alone at the right edge of a list, are the page and not the description. */
function withoutPageNumber(line: TextLine): TextLine {
  const leaders = /\.{4,}.*$/.exec(line.text) ?? /(?:\. ){4,}.*$/.exec(line.text)
  if (leaders !== null) return blankOut(line, leaders.index, line.text.length)
  const cells = splitCells(line.text)
  const last = cells.at(-1)
  const isPage = cells.length > 1 && last !== undefined && /^(?:\d{1,3}|\*+|[A-Z]-\d{1,3})$/.test(last.text)
  return isPage ? blankOut(line, last.from, last.to) : line
}

function blankOut(line: TextLine, from: number, to: number): TextLine {
  return { ...line, text: `${line.text.slice(0, from)}${' '.repeat(to - from)}${line.text.slice(to)}` }
}

/** The description as printed, without its closing point. */
export function readDescription(listed: ListedExhibit): Printed | null {
  let length = listed.words.text.length
  while (length > 0 && '.;, \n'.includes(listed.words.text.charAt(length - 1))) length -= 1
  return length === 0
    ? null
    : printedInFlow(listed.words, 0, length, listed.words.text.slice(0, length).replaceAll('\n', ' '))
}
