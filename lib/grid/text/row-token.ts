import { endOfDollars, isSeveralFigures, LONGEST_SEVERAL } from '../figure-words.ts'
import { type CodedLine, isGap } from './code-lines.ts'
import { isFigure, isMark, isMissing, startOfMarks } from './figure-token.ts'
import type { Atom, RowLine } from './row-atoms.ts'

/** A figure without its `$`, `%` and glued footnote marks; a mark that stands apart may be in a figure's place. */
export function readAtom(line: CodedLine, row: RowLine, start: number, end: number): Atom | null {
  const { text } = line
  const to = startOfMarks(text, start, end)
  if (to === start) return readMark(line, row, start, end)
  const atom = readBare(text, start, to) ?? readLess(line, row, start, to)
  if (atom === null) return readMark(line, row, start, end)
  if (to === end) return atom
  return isSurely(line, row, start, to) ? atom : null
}

/** `1.65x` in a column of its own, two blanks or more to its left; in a label it is a word. */
export function readRatio(line: CodedLine, row: RowLine, start: number, end: number): Atom | null {
  const { text } = line
  if ((text.charCodeAt(end - 1) | 32) !== 120 || !isApart(line, row, start)) return null
  return isFigure(text, start, end - 1)
    ? { from: start, start, end: end - 1, money: false, percent: false }
    : null
}

/** `1.20x/2.05x`, `1.20x to 2.05x`, `> 1.20x`, right of another figure: several in the place of one. */
export function readSeveral(line: CodedLine, row: RowLine, end: number): Atom | null {
  const { text } = line
  let start = end
  while (start > row.from && end - start <= LONGEST_SEVERAL && !isWideGap(line, start)) start--
  if (!isSeveralFigures(text.slice(start, end))) return null
  const before = skipBlanks(line, start, row.from)
  const behindX = (text.charCodeAt(before - 1) | 32) === 120 ? before - 1 : before
  return isFigureAt(text, tokenStart(line, before, row.from), behindX)
    ? { from: start, start, end, money: false, percent: false }
    : null
}

/** `<0.01%` in a column of its own: less than is printed, and no figure that can be read. */
function readLess(line: CodedLine, row: RowLine, start: number, end: number): Atom | null {
  const code = line.text.charCodeAt(start)
  if ((code !== 60 && code !== 62) || !isApart(line, row, start)) return null
  const atom = readBare(line.text, start + 1, end)
  return atom && { ...atom, from: start, start }
}

function readMark(line: CodedLine, row: RowLine, start: number, end: number): Atom | null {
  if (!isMark(line.text, start, end) || !isApart(line, row, start)) return null
  return { from: start, start, end, money: false, percent: false, isMark: true }
}

function readBare(line: string, start: number, end: number): Atom | null {
  const percent = line.charCodeAt(end - 1) === 37
  const to = percent ? end - 1 : end
  const from = endOfDollars(line, start)
  const money = from > start
  if (isFigure(line, from, to)) return { from: start, start: from, end: to, money, percent }
  return isMissing(line, start, end) ? { from: start, start, end, money, percent } : null
}

export const isFigureAt = (line: string, start: number, end: number) => readBare(line, start, end) !== null

/** Is it a figure and no digit that ends a name: with a sign, comma or point, or in a column of its own? */
export function isSurely(line: CodedLine, row: RowLine, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = line.text.charCodeAt(at)
    if (code === 36 || code === 37 || code === 44 || code === 46) return start > row.from
  }
  return isApart(line, row, start)
}

/** Do two blanks or more part the token from words before it? */
function isApart(line: CodedLine, row: RowLine, start: number): boolean {
  const before = skipBlanks(line, start, row.from)
  return before > row.from && start - before > 1
}

/** Do two blanks, or dots of a leader, stand before a place? */
export function isWideGap(line: CodedLine, place: number): boolean {
  return isGap(line, place - 1) && isGap(line, place - 2)
}

/** Past blanks, and past dots of a leader. */
export function skipBlanks(line: CodedLine, at: number, floor: number): number {
  const { codes, start } = line
  let end = at
  while (end > floor && (codes[start + end - 1] === 32 || isGap(line, end - 1))) end--
  return end
}

export function tokenStart(line: CodedLine, end: number, floor: number): number {
  let start = end
  while (start > floor && !isGap(line, start - 1)) start--
  return start
}
