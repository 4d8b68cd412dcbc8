import { oncePer } from '../once-per.ts'
import { firstThat } from '../ordered.ts'
import type { Place } from '../report.ts'

/**
 * One line of a document as a person reads it, from text and HTML alike.
 *
 * Of plain text that is the line itself. Of HTML it is what is printed beside each other: a paragraph up to `br`, or a row
 * of a table, its cells parted by three blanks. `origins` then tells where: from `index` on, characters stand from a column
 * of a line of the file on.
 *
 * `isBoundary` is a blank line that HTML does not print as one: a paragraph or row ends there. `isSpread` is a paragraph of
 * HTML, which stands anywhere across the page.
 */
export type TextLine = {
  text: string
  line: number
  lastLine?: number
  origins: Origin[] | null
  row?: RowOfTable
  isBoundary?: true
  isSpread?: true
}
/**
 * The cells of a row that print something on a line, four numbers each: from and to in the text, first column and the one
 * behind the last; and the table that tells how many columns there are.
 */
type RowOfTable = { parts: readonly number[]; table: { columns: number } }
export type Origin = { index: number; line: number; column: number }

/**
 * A text set off by two blanks or more, or a tab. `from` and `to` are its columns in the line (0-based, end exclusive),
 * `left` and `right` its place across the page, in units that the lines of a text or table share.
 */
export type TextCell = { text: string; from: number; to: number; left: number; right: number }

/** Units across a page of HTML, where columns of characters mean nothing. */
const PAGE_WIDTH = 1000

/** Where in the file a character of the line stands. */
function pointOf(line: TextLine, index: number): { line: number; column: number } {
  const { origins } = line
  const origin = origins?.[firstThat(origins, each => each.index > index) - 1]
  return origin === undefined
    ? { line: line.line, column: index + 1 }
    : { line: origin.line, column: origin.column + index - origin.index }
}

/** The place in the file of a stretch of the line, end exclusive. */
export function placeOnLine(line: TextLine, from: number, to: number): Place {
  return placeAcross({ line, index: from }, { line, index: Math.max(from, to - 1) })
}

/** The place in the file from one character to another, of the same or a later line, the last one included. */
export function placeAcross(
  first: { line: TextLine; index: number },
  last: { line: TextLine; index: number },
): Place {
  const start = pointOf(first.line, first.index)
  const end = pointOf(last.line, last.index)
  const place = { line: start.line, start: start.column, end: end.column + 1 }
  return end.line > start.line ? { ...place, lastLine: end.line } : place
}

const BLANK = 32
const TAB = 9
const TAB_STOP = 8

/** The cells of a line, left to right. */
export function splitCells(text: string): TextCell[] {
  const cells: TextCell[] = []
  const hasTabs = text.includes('\t')
  let from = text.length - text.trimStart().length
  while (from < text.length) {
    const to = cellEnd(text, from)
    const left = hasTabs ? columnWithTabs(text, from) : from
    cells.push({ text: text.slice(from, to), from, to, left, right: left + to - from })
    from = nextPrinted(text, to)
  }
  return cells
}

function columnWithTabs(text: string, index: number): number {
  let column = 0
  for (let at = 0; at < index; at += 1)
    column += text.charCodeAt(at) === TAB ? TAB_STOP - (column % TAB_STOP) : 1
  return column
}

const NONE: readonly TextCell[] = []

/**
 * The cells of a line that is looked at again and again, for each caption below asks what stands over its words; none of
 * a rule, and none that is a tag alone.
 */
export const cellsOf = oncePer((line: TextLine): readonly TextCell[] =>
  isRuleOrBlank(line.text) ? NONE : findCells(line),
)

function findCells({ text, isSpread, row }: TextLine): TextCell[] {
  const cells = row === undefined ? splitCells(text) : cellsOfRow(text, row)
  const placed = isSpread ? cells.map(cell => spread(cell, cells.length === 1 ? null : text.length)) : cells
  return placed.filter(cell => !isRuleOrBlank(cell.text) && !TAG_ALONE.test(cell.text))
}

/** Gaps inside a cell of a table part it too; its parts share its place across the page. */
function cellsOfRow(text: string, { parts, table }: RowOfTable): TextCell[] {
  const cells: TextCell[] = []
  const unit = PAGE_WIDTH / table.columns
  for (let at = 0; at + 3 < parts.length; at += 4) {
    const [shift = 0, end = 0, column = 0, behind = 0] = parts.slice(at, at + 4)
    for (const cell of splitCells(text.slice(shift, end)))
      cells.push({
        text: cell.text,
        from: cell.from + shift,
        to: cell.to + shift,
        left: column * unit,
        right: behind * unit,
      })
  }
  return cells
}

/** Of a paragraph of HTML, cells of one line share the page by their length; one alone may stand anywhere. */
function spread(cell: TextCell, length: number | null): TextCell {
  if (length === null) return { ...cell, left: 0, right: PAGE_WIDTH }
  const unit = PAGE_WIDTH / length
  return { ...cell, left: cell.from * unit, right: cell.to * unit }
}

/** `<S>`, `<C>`, `</TABLE>` in text. */
const TAG_ALONE = /^<\/?[a-z]{1,10}>$/i

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
  return /^[\s\-_=*.~–—]*$/.test(text)
}

/** `<PAGE>`, `<PAGE>   3` */
export function isPageMark(text: string): boolean {
  return text.includes('<') && /^\s*<page>\s*(?:[\w-]+\s*)?$/i.test(text)
}
