import {
  endOfCounted,
  endOfDollars,
  isDollarSign,
  isSeveralFigures,
  mayEndInCounted,
  startOfDollarsBehind,
} from '../figure-words.ts'
import {
  isFigure,
  isLittleInWords,
  isMark,
  isMissing,
  isMissingInWords,
  startOfMarks,
} from '../text/figure-token.ts'
import type { Atom } from '../text/row-atoms.ts'
import type { LaidCell } from './lay-out-table.ts'

/** A figure in the cell it is printed in: `figure` as it is read, `first` to `last` its part of the cell's text. */
export type CellFigure = Atom & {
  cell: LaidCell
  figure: string
  first: number
  last: number
  /** Where the cell of the sign before it begins, as `start`; its own where there is none. */
  signed: number
  /** Has a cell before opened a parenthesis? Only one that closes makes the figure negative. */
  isOpen: boolean
}

/** Columns are drawn this wide, so that neighbours never touch and extents can be compared as on a printed page. */
export const WIDTH = 10
/** Figures in neighbouring cells are farther apart than any is set off its own column. */
const APART = 2

/** Longer cells hold words. */
const LONGEST = 30

const BLANK = 32
const PERCENT = 37
const OPEN = 40
const CLOSE = 41

/**
 * The figure that a cell prints, without its signs and footnote mark, or null when it prints words or nothing.
 *
 * > $ 113,346.21   50.35 %   (838.00)   (838.00   268(1)   1.41x   N/A
 *     ^        ^   ^    ^    ^      ^   ^      ^  ^  ^     ^   ^   ^  ^
 *
 * A parenthesis that another cell closes makes the figure negative all the same.
 */
export function readCellFigure(cell: LaidCell): CellFigure | null {
  const { text } = cell
  if (text.length > LONGEST) return null
  if (isWord(text.charCodeAt(0), text.charCodeAt(1)) && !text.startsWith('US')) return null
  const counted = mayEndInCounted(text, text.length) ? endOfCounted(text) : -1
  let last = counted < 0 ? withoutMark(text) : counted
  if (isRatio(text, last)) last--
  const behind = startOfDollarsBehind(text, last)
  const isNamedBehind = behind < last
  last = behind
  const hasPercent = text.charCodeAt(last - 1) === PERCENT
  if (hasPercent) last = skipBack(text, last - 1)
  const opens = text.charCodeAt(0) === OPEN
  const isPercent = hasPercent || (opens && PERCENT_INSIDE.test(text))
  const less = isLess(text) ? 1 : 0
  const bare = opens ? skipOn(text, 1) : skipOn(text, less)
  const digits = skipOn(text, endOfDollars(text, bare))
  const hasDollar = digits > bare || isNamedBehind
  const first = opens || less > 0 ? 0 : digits
  const figure = opens ? inParentheses(text, digits, last) : text.slice(digits, last)
  if (!isFigure(figure, 0, figure.length) && !isMissing(figure, 0, figure.length)) return null
  const [start, end] = [cell.left * WIDTH + APART, cell.right * WIDTH - APART]
  return {
    from: start,
    start,
    end,
    money: hasDollar,
    percent: isPercent,
    cell,
    figure: less > 0 ? text.slice(0, last) : figure,
    first,
    last,
    signed: start,
    isOpen: false,
    ...(cell.isShare && { isShare: true }),
  }
}

/** `(81.6%)` */
const PERCENT_INSIDE = /% ?\)$/

/** Does a digit with an `x` end here, as in `1.41x`? */
function isRatio(text: string, end: number): boolean {
  const before = text.charCodeAt(end - 2)
  return (text.charCodeAt(end - 1) | BLANK) === 120 && before >= 48 && before <= 57
}

/** Is it less or more than is printed, `<0.01%`? */
export function isLess(text: string): boolean {
  return text.startsWith('<') || text.startsWith('>')
}

/** Two letters begin a word, but for those of `NA`. Saves time: most labels are told so. */
function isWord(first: number, second: number): boolean {
  return isLetter(first) && isLetter(second) && (first | BLANK) !== 110
}

/** Saves time, as `isWord` does. */
function isLetter(code: number): boolean {
  const lower = code | BLANK
  return lower >= 97 && lower <= 122
}

/** A figure in parentheses without a `$` inside; the closing one is put there when it stands elsewhere. */
function inParentheses(text: string, from: number, to: number): string {
  const closes = text.charCodeAt(to - 1) === CLOSE
  const end = closes ? skipBack(text, to - 1) : to
  return `(${text.slice(from, text.charCodeAt(end - 1) === PERCENT ? end - 1 : end)})`
}

/** Where the text ends before its footnote marks; a mark alone is none. */
function withoutMark(text: string): number {
  const end = text.length
  const marks = startOfMarks(text, 0, end)
  return marks === 0 || marks === end ? end : skipBack(text, marks)
}

function skipOn(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === BLANK) at++
  return at
}

function skipBack(text: string, from: number): number {
  let at = from
  while (at > 0 && text.charCodeAt(at - 1) === BLANK) at--
  return at
}

/** A footnote mark in a cell of its own, which may be in a figure's place or of the figure before it. */
export function readCellMark(cell: LaidCell): CellFigure | null {
  return isMark(cell.text) ? { ...asPrinted(cell), isMark: true } : null
}

/** Words in a figure's place that say that there is none, or less than is printed. */
export function readMissingWords(cell: LaidCell): CellFigure | null {
  return isMissingInWords(cell.text) || isLittleInWords(cell.text) ? asPrinted(cell) : null
}

/** Several figures in the place of one. */
export function readSeveral(cell: LaidCell): CellFigure | null {
  return isSeveralFigures(cell.text) ? asPrinted(cell) : null
}

/** A cell in a figure's place that prints no figure. */
function asPrinted(cell: LaidCell): CellFigure {
  const [start, end] = [cell.left * WIDTH + APART, cell.right * WIDTH - APART]
  const none = { money: false, percent: false, isOpen: false }
  const { text } = cell
  return { from: start, start, end, ...none, cell, figure: text, first: 0, last: text.length, signed: start }
}

/** What may stand in a cell of its own behind a figure: `%`, `x`, `)`, a footnote mark. */
export function isSignBehind(text: string): boolean {
  return (
    text.length <= 6 &&
    /^(?:(?:[%)]{1,2}|x) ?)?(?:\([\da-z]{1,2}\)|\[\d{1,2}\]|\*{1,3}|\d{1,2}\/)?$/i.test(text)
  )
}

/** What may stand in a cell of its own before a figure: `$`, `(`, `US$`. */
export function isSignBefore(text: string): boolean {
  return (text.length <= 3 && /^\(? ?\$?(?: ?\()?$/.test(text)) || isDollarSign(text)
}
