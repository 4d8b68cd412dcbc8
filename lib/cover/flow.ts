import type { Place, Printed } from '../report.ts'
import { isPageMark, placeAcross, splitCells, type TextCell, type TextLine } from './text-lines.ts'

/**
 * The prose of lines as running text, so that a name or date broken over lines reads as one.
 *
 * > INC., Cobble Hill Loan Trust 2003-8T1,             …Trust 2003-8T1, Pass-Through Certificates, Series 2003-31
 *   Pass-Through Certificates, Series 2003-      →
 *   31).
 *
 * Runs of blanks are one blank, a paragraph ends with `\n`, and a line that ends in a hyphen joins the next without a
 * blank. Rules and rows of figures are left out. Any stretch knows its place in the file.
 */
export type Flow = { text: string; lower: string; pieces: Piece[] }
/** A cell: where it starts in the text, and on which line of which index. */
type Piece = { start: number; line: TextLine; index: number; from: number }

const HYPHEN = 45
/** Covers, parties and dates stand long before; the rest of a prospectus is not theirs. */
const MOST_CHARACTERS = 300_000

/** The running text of lines. Linear in their length. */
export function toFlow(lines: TextLine[]): Flow {
  const pieces: Piece[] = []
  let text = ''
  let gap = ''
  let before: TextLine | null = null
  for (let index = 0; index < lines.length && text.length <= MOST_CHARACTERS; index++) {
    const line = lines[index]
    if (line === undefined) continue
    const words = findProse(line.text)
    if (words.length === 0) {
      if (text !== '') gap = '\n'
      continue
    }
    if (gap === ' ' && before !== null && endsName(before.text, words[0]?.text ?? '')) gap = '\n'
    for (const cell of words) {
      text += gap
      pieces.push({ start: text.length, line, index, from: cell.from })
      text += cell.text
      gap = ' '
    }
    if (endsBroken(line.text, words.at(-1)?.to ?? 0)) gap = ''
    before = line
  }
  return { text, lower: text.toLowerCase(), pieces }
}

/** A line of prose is longer, with its next word. */
const SHORTEST_PROSE = 62
/** A name, a number or a date ends here. */
const ENDS_NAME =
  /(?:\b(?:inc|corp|corporation|incorporated|llc|l\.l\.c|lp|l\.p|ltd|n\.a|company|association|certificates|notes)\b\.?|\d)$/i

/**
 * Do two lines stand below each other as on a title page, each with a text of its own, rather than as prose?
 *
 * > Juniper Hollow Securities Corporation
 *   Commercial Mortgage Pass-Through Certificates
 */
export function isStacked(above: string, below: string): boolean {
  if (!/^["“(]?[A-Z\d]/.test(below)) return false
  return above.trim().length + 1 + below.split(' ', 1).join('').length < SHORTEST_PROSE
}

/** Does a name end with a line that stands over another? */
function endsName(above: string, below: string): boolean {
  return isStacked(above, below) && ENDS_NAME.test(above.trimEnd())
}

/** The texts between wide gaps; none for rules, page marks and rows of figures. */
function findProse(text: string): TextCell[] {
  if (text === '' || isRowOfFigures(text) || !/[A-Za-z\d]/.test(text) || isPageMark(text)) return []
  return splitCells(text)
}

/** Two figures at the end with a wide gap between: `268     $ 113,346,210.62`. Read from the end, where prose differs. */
function isRowOfFigures(text: string): boolean {
  const last = beforeGap(text, text.length)
  const start = beforeFigure(text, last)
  if (start === last) return false
  const before = beforeGap(text, start)
  return start - before >= 2 && beforeFigure(text, before) < before
}

/** Back over blanks, tabs, and the dollar sign that stands in a gap. */
function beforeGap(text: string, end: number): number {
  let at = end
  for (; at > 0; at -= 1) {
    const code = text.charCodeAt(at - 1)
    if (code !== 32 && code !== 9 && code !== 36) break
  }
  return at
}

/** Back over `0`–`9 , . % ( )`. */
function beforeFigure(text: string, end: number): number {
  let at = end
  for (; at > 0; at -= 1) {
    const code = text.charCodeAt(at - 1)
    const isDigit = code >= 48 && code <= 57
    if (!isDigit && code !== 44 && code !== 46 && code !== 37 && code !== 40 && code !== 41) break
  }
  return at
}

/** `Series 2003-` goes on in the next line; a dash after a blank does not. */
function endsBroken(text: string, end: number): boolean {
  return text.charCodeAt(end - 1) === HYPHEN && /[A-Za-z0-9]/.test(text.charAt(end - 2))
}

/** The place in the file of a stretch of the flow, end exclusive. */
export function placeInFlow(flow: Flow, from: number, to: number): Place {
  const first = pieceAt(flow, from)
  const last = pieceAt(flow, to - 1)
  return placeAcross(
    { line: first.line, index: first.from + from - first.start },
    { line: last.line, index: last.from + to - 1 - last.start },
  )
}

/** A stretch of the flow as printed, or with another value than its text. */
export function printedInFlow(
  flow: Flow,
  from: number,
  to: number,
  value = flow.text.slice(from, to),
): Printed {
  return { value, at: placeInFlow(flow, from, to) }
}

/** The index of a character's line, and where on it the character stands. */
export function pointInFlow(flow: Flow, offset: number): { index: number; column: number } {
  const { index, from, start } = pieceAt(flow, offset)
  return { index, column: from + offset - start }
}

/** Do two characters stand in one cell, or on different lines? */
export function staysInCell(flow: Flow, from: number, to: number): boolean {
  const first = pieceAt(flow, from)
  const last = pieceAt(flow, to)
  return first === last || first.index !== last.index
}

/** The last piece that starts at or before an offset. */
function pieceAt(flow: Flow, offset: number): Piece {
  let low = 0
  let high = flow.pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((flow.pieces[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const piece = flow.pieces[low]
  if (piece === undefined) throw new Error('A place was asked for in a flow without text')
  return piece
}

/** Every offset where a text occurs in lower case, in order. */
export function* offsetsOf(flow: Flow, needle: string): Generator<number> {
  for (let at = flow.lower.indexOf(needle); at !== -1; at = flow.lower.indexOf(needle, at + needle.length))
    yield at
}
