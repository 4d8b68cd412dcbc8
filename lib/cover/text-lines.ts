import type { DecodedFile } from '../filing/decode-filing.ts'
import { firstThat } from '../ordered.ts'
import type { FilingDocument, Place } from '../report.ts'
import { flattenHtml } from './flatten-html.ts'

/**
 * One line of a document as a person reads it. Of plain text that is the line itself; of HTML it is what lies between
 * tags, and `origins` tells where: from `index` on, characters stand at the column `column` of the file's line.
 */
export type TextLine = { text: string; line: number; origins: Origin[] | null }
export type Origin = { index: number; column: number }

/** Covers, items and signatures stand at a document's ends, and parties are named early: more is not looked at. */
const LINES_AT_START = 2500
const LINES_AT_END = 400
/** No line of a cover is longer; what is (a scan, a data dump) is cut. */
export const LONGEST_LINE = 4000
/** Markup is several times its text, and may stand on one line. */
const LONGEST_HTML = 500_000

/** The lines at a document's start and end, as read by a person; a document of ordinary length comes whole. */
export function readTextLines(file: DecodedFile, document: FilingDocument): TextLine[] {
  const [first, last] = document.lines
  const headEnd = Math.min(last, first + LINES_AT_START - 1)
  const tailStart = Math.max(headEnd + 1, last - LINES_AT_END + 1)
  return [...readRange(file, document, first, headEnd), ...readRange(file, document, tailStart, last)]
}

function readRange(file: DecodedFile, document: FilingDocument, first: number, last: number): TextLine[] {
  if (document.format === 'html') return flattenHtml(file.lines, first, last, LONGEST_HTML)
  return file.lines
    .slice(first - 1, last)
    .map((text, index) => ({ text: text.slice(0, LONGEST_LINE), line: first + index, origins: null }))
}

/** The 1-based column in the file of a character of the line. */
export function columnOf(line: TextLine, index: number): number {
  const { origins } = line
  const origin = origins?.[firstThat(origins, each => each.index > index) - 1]
  return origin === undefined ? index + 1 : origin.column + index - origin.index
}

/** The place in the file of a stretch of the line, end exclusive. */
export function placeOnLine(line: TextLine, from: number, to: number): Place {
  return { line: line.line, start: columnOf(line, from), end: columnOf(line, Math.max(from, to - 1)) + 1 }
}

const BLANK = 32

/** A text set off by two blanks or more, or a tab, with its columns in the line (0-based, end exclusive). */
export type TextCell = { text: string; from: number; to: number }

/** The cells of a line, left to right. */
export function splitCells(text: string): TextCell[] {
  const cells: TextCell[] = []
  let from = text.length - text.trimStart().length
  while (from < text.length) {
    const to = cellEnd(text, from)
    cells.push({ text: text.slice(from, to), from, to })
    from = nextPrinted(text, to)
  }
  return cells
}

const cellsOfLines = new WeakMap<TextLine, readonly TextCell[]>()
const NONE: readonly TextCell[] = []

/**
 * The cells of a line that is looked at again and again, for each caption below asks what stands over its words; none of
 * a rule.
 */
export function cellsOf(line: TextLine): readonly TextCell[] {
  const known = cellsOfLines.get(line)
  if (known !== undefined) return known
  const cells = isRuleOrBlank(line.text) ? NONE : splitCells(line.text)
  cellsOfLines.set(line, cells)
  return cells
}

/** Where the cell ends that starts at an index: at white space, but for a single blank between words. */
function cellEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isSpace(code) && (code !== BLANK || at + 1 === text.length || isSpace(text.charCodeAt(at + 1))))
      return at
  }
  return text.length
}

function nextPrinted(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
  return at
}

/** What patterns call `\s`, nearly all of it told by the code alone. */
function isSpace(code: number): boolean {
  if (code > BLANK && code < 0x80) return false
  if (code <= BLANK) return code === BLANK || (code >= 9 && code <= 13)
  return code === 0xa0 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)))
}

/** Does the line print nothing but a rule, or nothing at all? */
export function isRuleOrBlank(text: string): boolean {
  return /^[\s\-_=*.~]*$/.test(text)
}

/** `<PAGE>`, `<PAGE>   3` */
export function isPageMark(text: string): boolean {
  return text.includes('<') && /^\s*<page>\s*(?:[\w-]+\s*)?$/i.test(text)
}
