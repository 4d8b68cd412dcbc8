import { isRaised } from '../../values/index.ts'
import {
  endOfCounted,
  isDollarSign,
  LONGEST_COUNTED,
  leadsNextFigure,
  mayEndInCounted,
  shareBefore,
} from '../figure-words.ts'
import type { CodedLine } from './code-lines.ts'
import { isLittleInWords, isMissingInWords, LONGEST_IN_WORDS, startOfMarks } from './figure-token.ts'
import { joinDashes } from './join-dashes.ts'
import { giveBoundsToLabel, isHeadedByRanges } from './label-bounds.ts'
import { takePlainAtoms } from './plain-atoms.ts'
import type { Atom, RowLine } from './row-atoms.ts'
import {
  isFigureAt,
  isSurely,
  isWideGap,
  readAtom,
  readRatio,
  readSeveral,
  skipBlanks,
  tokenStart,
} from './row-token.ts'

/**
 * Take the figures off the end of a line, or give null when it ends in none: prose, headings, rules.
 *
 * A single figure counts when it stands apart from the words before it. Dot leaders count as blanks.
 */
export function readRowLine(line: CodedLine, index: number, from: number, to: number): RowLine | null {
  const row: RowLine = { index, from, to: from, atoms: [] }
  const end = takeCounted(line, row, takeWords(line, row, to))
  const inWords = row.atoms.length
  if (inWords === 0 && !mayEndRow(line.codes[line.start + to - 1] ?? 0)) return null
  takeAtoms(line, row, beforeMark(line.text, from, end))
  if (row.atoms.length === inWords || (row.hasMarks && row.atoms.every(atom => atom.isMark))) return null
  row.atoms.reverse()
  if (isHeadedByRanges(line.text, row.atoms)) return null
  giveBoundsToLabel(line.text, row)
  joinDashes(line.text, row)
  const first = row.atoms[0]
  if (first === undefined || (row.atoms.length === 1 && isPartOfSentence(row, first))) return null
  return row
}

/** Digit, `%`, `)`, `]`, a mark, `/`, `x`, a dash, or the end of `N/A`, `n.a.`, `NAP` or `NM`. Saves time: most lines of words end otherwise. */
export function mayEndRow(code: number): boolean {
  if (code >= 48 && code <= 57) return true
  const lower = code | 32
  return (
    code === 37 ||
    code === 41 ||
    code === 93 ||
    code === 42 ||
    code === 47 ||
    code === 45 ||
    code === 46 ||
    code === 35 ||
    code === 43 ||
    code === 94 ||
    code === 167 ||
    code === 182 ||
    lower === 120 ||
    lower === 97 ||
    lower === 112 ||
    lower === 109 ||
    code === 0x2013 ||
    code === 0x2014 ||
    isRaised(code)
  )
}

/** The last letters of `none`, `available`, `nil`, `rated` and `minimis`. Saves time: most lines of words end otherwise. */
const endsInMissing = (code: number) => ENDS_OF_MISSING.has(code | 32)
const ENDS_OF_MISSING = new Set([101, 108, 100, 115])

/**
 * Take words that say that there is no figure off the end of a line, each in a column of its own; where the rest ends.
 *
 * > Not Scored          11     2,000,000.00     Not Available
 *                                         ^
 */
function takeWords(line: CodedLine, row: RowLine, to: number): number {
  let end = to
  while (endsInMissing(line.codes[line.start + end - 1] ?? 0)) {
    let start = end
    while (start > row.from && end - start <= LONGEST_IN_WORDS && !isWideGap(line, start)) start--
    if (start <= row.from || !isMissingInWords(line.text.slice(start, end))) break
    row.atoms.push({ from: start, start, end, money: false, percent: false })
    end = skipBlanks(line, start, row.from)
  }
  return end
}

/**
 * Take a number with words for what it counts, in a column of its own, off the end of a line; where the rest ends.
 *
 * > Owner Occupied          139 loans       20,850,000
 *                           ^
 */
function takeCounted(line: CodedLine, row: RowLine, end: number): number {
  if (!mayEndInCounted(line.text, end)) return end
  const floor = Math.max(row.from, end - LONGEST_COUNTED)
  let start = end
  while (start > floor && !isWideGap(line, start)) start--
  const stop = start > row.from ? endOfCounted(line.text.slice(start, end)) : -1
  if (stop < 0) return end
  row.atoms.push({ from: start, start, end: start + stop, money: false, percent: false })
  return start
}

/** Blanks between a figure and the share in brackets behind it: `(100.00%)` stands a blank away, and `(6.00%)` below it three. */
const MOST_BEFORE_SHARE = 4

/**
 * Take a share in brackets, right behind the figure that it is the share of, off the end of a line; where the rest ends.
 *
 * > Owner Occupied       139 (44.8%)     $20,850,000 (46.3%)
 *                            ^
 *
 * One that stands farther off is a figure of a column of its own. Both have their brackets.
 */
function takeShare(line: CodedLine, row: RowLine, end: number): number {
  const last = line.codes[line.start + end - 1] ?? 0
  if (last !== 41 && last !== 93) return end
  const share = shareBefore(line.text, end)
  if (share === null || share.open <= row.from) return end
  const of = skipBlanks(line, share.open, row.from)
  if (!isFigureAt(line.text, tokenStart(line, of, row.from), of)) return end
  const atom = { from: share.open, start: share.open, end, money: false, percent: true }
  row.atoms.push(share.open - of > MOST_BEFORE_SHARE ? atom : { ...atom, isShare: true })
  return share.open
}

/** Does a figure end right before a place, or a blank before it? */
function isFigureBefore(line: CodedLine, place: number, floor: number): boolean {
  const end = skipBlanks(line, place, floor)
  return end > floor && place - end < 2 && isFigureAt(line.text, tokenStart(line, end, floor), end)
}

/** Does a name of dollars end here, which two letters end as they do words: `USD`, `US`? Saves time: most words are none. */
function isAfterDollars({ text }: CodedLine, end: number): boolean {
  return text.startsWith('USD', end - 3) || isCountry(text, end - 2, end)
}

/** `US $1,234`, `U.S. $1,234` */
function isCountry(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end)
  return word === 'US' || word === 'U.S.'
}

const MARK = /[\d%] (?:\((?:\d{1,2}|[a-z])\)|\[(?:\d{1,2}|[a-z])\]|\d{1,2}\/)$/i
/** No mark stands farther off its figure; keeps the pattern short on any input. */
const LONGEST_MARK = 24

/**
 * Where the line ends without a footnote mark a blank behind its last figure.
 *
 * > Average Principal Balance              $ 289,499 (2)
 *                                                   ^
 */
function beforeMark(line: string, from: number, to: number): number {
  const last = line.charCodeAt(to - 1)
  if (last !== 41 && last !== 93 && last !== 47) return to
  const end = line.slice(Math.max(from, to - LONGEST_MARK), to)
  const mark = MARK.exec(end)
  return mark === null ? to : to - end.length + mark.index + 1
}

/** Walk from the right end of the line to the left; each round takes one token, so `at` always falls. */
function takeAtoms(line: CodedLine, row: RowLine, to: number) {
  let at = to
  let percent = false
  for (;;) {
    const taken = row.atoms.length
    at = takePlainAtoms(line, row, at)
    const plain = row.atoms[taken]
    if (plain !== undefined) {
      if (percent) plain.percent = true
      percent = false
    }
    const end = skipBlanks(line, at, row.from)
    if (end <= row.from) return
    const isWord = endsInWord(line, end)
    const words = isWord || endsInSign(line, end) ? takeInWords(line, end, row) : -1
    if (words >= 0) {
      at = words
      continue
    }
    const counted = isWord ? takeCounted(line, row, end) : takeShare(line, row, end)
    if (counted < end) {
      at = counted
      continue
    }
    const start = isWord && !isAfterDollars(line, end) ? -1 : tokenStart(line, end, row.from)
    if (start < 0 || !takeToken(line, row, start, end, percent)) {
      row.to = percent ? at + 1 : end
      return
    }
    percent = end - start === 1 && line.text.charCodeAt(start) === 37
    at = Math.min(start, row.atoms[row.atoms.length - 1]?.from ?? start)
  }
}

/** `)` of words, `/` or `;` between figures. Saves time: most words end otherwise. */
function endsInSign({ codes, start }: CodedLine, end: number): boolean {
  const last = codes[start + end - 1] ?? 0
  return last === 41 || last === 47 || last === 59
}

/** Two letters end no figure, but for those of `NA`, `NAP` and `NM`. Saves time: most labels end so. */
function endsInWord({ codes, start }: CodedLine, end: number): boolean {
  const last = (codes[start + end - 1] ?? 0) | 32
  const before = (codes[start + end - 2] ?? 0) | 32
  if (last <= 97 || last > 122 || before < 97 || before > 122) return false
  const isShortForm = (last === 112 && before === 97) || (last === 109 && before === 110)
  return !isShortForm
}

/** Take a token that is no plain figure: a sign alone, a negative, a marked one; false when it is a word. */
function takeToken(line: CodedLine, row: RowLine, start: number, end: number, percent: boolean): boolean {
  const lone = end - start === 1 ? line.text.charCodeAt(start) : 0
  const last = row.atoms[row.atoms.length - 1]
  if (lone === 37) return true
  if (lone === 47 && last?.percent && isFigureBefore(line, start, row.from)) last.isShare = true
  else if (last !== undefined && isDollarSign(line.text.slice(start, end))) {
    if (lone === 36 || last.from - end <= 1) giveDollar(last, start)
  } else if (last?.money && last.from - end === 1 && isCountry(line.text, start, end)) giveDollar(last, start)
  else if (last !== undefined && isBoundOf(line, start, end, last, row.from)) last.from = last.start = start
  else {
    const atom =
      readAtom(line, row, start, end) ?? readRatio(line, row, start, end) ?? readSeveral(line, row, end)
    if (atom === null) return isMarkApart(line, row, start, end)
    if (percent) atom.percent = true
    if (atom.isMark) row.hasMarks = true
    row.atoms.push(atom)
  }
  return true
}

/**
 * Is the token a mark of the figure a blank before it, with columns behind?
 *
 * > 30.00% (1)     7.902%        Reduced 2 (2)     7.902%
 *          ^ of the figure                 ^ of the label, for a name may end in a digit
 */
function isMarkApart(line: CodedLine, row: RowLine, start: number, end: number): boolean {
  if (row.atoms.length === 0 || startOfMarks(line.text, start, end) !== start) return false
  const figureEnd = skipBlanks(line, start, row.from)
  if (figureEnd <= row.from || start - figureEnd > 1) return false
  const from = tokenStart(line, figureEnd, row.from)
  return readAtom(line, row, from, figureEnd) !== null && isSurely(line, row, from, figureEnd)
}

/**
 * Is the token a sign before the figure to its right, in a column of its own?
 *
 * > 70.01 - 80.00     80,123,456     21.40     > 70.0     6.125
 *                                              ^ of the figure, for another figure stands far to its left
 */
function isBoundOf(line: CodedLine, start: number, end: number, figure: Atom, floor: number): boolean {
  const code = line.text.charCodeAt(start)
  if ((code !== 60 && code !== 62) || end - start > 2 || figure.start - end > 1) return false
  const leftEnd = skipBlanks(line, start, floor)
  if (leftEnd <= floor || start - leftEnd < 2) return false
  return isFigureAt(line.text, tokenStart(line, leftEnd, floor), leftEnd)
}

const LESS = /^(?:less than|under|below|lt)$/i

/**
 * Take words in a column of their own, right of a figure, that say that there is none or that it is too small to print, or
 * that the last one is less; where they begin, -1 where they say something else.
 *
 * > 80.01 - 95.00          1        10,000       less than 0.01%     666
 *   95.01 and above        1         5,000           negligible      640
 *                                                ^   ^
 */
function takeInWords(line: CodedLine, end: number, { atoms, from }: RowLine): number {
  let start = end
  while (start > from && end - start <= LONGEST_IN_WORDS && !isWideGap(line, start)) start--
  const words = line.text.slice(start, end)
  const figure = atoms[atoms.length - 1]
  const isBeside = figure !== undefined && figure.start - end === 1
  const isLess = isBeside && (LESS.test(words) || leadsNextFigure(words, figure.percent))
  if (!isLess && !isLittleInWords(words) && !isMissingInWords(words)) return -1
  const leftEnd = skipBlanks(line, start, from)
  if (leftEnd <= from || !isFigureAt(line.text, tokenStart(line, leftEnd, from), leftEnd)) return -1
  if (isLess) figure.from = figure.start = start
  else atoms.push({ from: start, start, end, money: false, percent: false })
  return start
}

function giveDollar(atom: Atom, at: number) {
  atom.from = at
  atom.money = true
}

/** One figure a single blank after words is the end of a sentence. */
function isPartOfSentence(row: RowLine, only: Atom): boolean {
  return row.to > row.from && only.from - row.to < 2
}
