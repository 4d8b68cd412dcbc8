import { isDollarSign } from '../figure-words.ts'
import { type BoundWords, readBoundHeaders } from '../join-bounds.ts'
import type { LaidCell } from './lay-out-table.ts'

const BOUND = /^[(<>-]?\s*\$?\s*\d[\d,.]*\s*%?\)?$/
const BETWEEN = /^(?:[-–—]|to|thru|through)$/i
const OPENS = /^\$?\s*\d[\d,.]*\s*%?\s*(?:[-–—]|to|thru|through)$/i
const CLOSES = /^(?:[-–—]|to\b|thru\b|through\b)\s*\$?\s*\d[\d,.]*\s*%?$/i
/** `60-65`: a range in one cell, beside which `60-` is one too and wants no other bound. */
const WHOLE = /^\$?\s*\d[\d,.]*\s*%?\s*(?:[-–—]|to|thru|through)\s*\$?\s*\d[\d,.]*\s*%?$/i
/** Longer cells are words, and no pattern shall walk over them. */
const LONGEST = 24

/**
 * Put the pieces of labels that are ranges back into one cell, where a table sets bounds and dash in cells of their own.
 *
 * > <td>$</td><td>50,000</td><td>-</td><td>$</td><td>100,000</td><td>31</td>      $50,000 - $100,000 | 31
 *
 * Done only where most rows that begin in a figure begin so, for a lone dash is also what stands where a figure is zero.
 */
export function joinRangeCells(rows: readonly LaidCell[][]): LaidCell[][] {
  const headed = rows.findIndex(cells => boundHeader(cells) !== null)
  const said = boundHeader(rows[headed] ?? [])
  if (said !== null)
    return rows.map((cells, order) => (order > headed ? joinBounds(cells, said) : [...cells]))
  const lengths = rows.map(rangeLength)
  const ranges = lengths.filter(length => length > 0).length
  if (ranges === 0 || ranges * 2 <= rows.filter(beginsInFigure).length) return [...rows]
  return rows.map((cells, order) => joinFirst(cells, lengths[order] ?? 0))
}

/** `From | To | Loans | Balance`: the bounds stand in two columns of their own, with nothing between. */
function boundHeader([low, high, ...more]: readonly LaidCell[]): BoundWords | null {
  if (low === undefined || high === undefined || more.length < 2) return null
  return readBoundHeaders(low.text, high.text)
}

/** The two bounds at the left of a row as one label, with the dash that the two headers stand for. */
function joinBounds(cells: readonly LaidCell[], { over, below }: BoundWords): LaidCell[] {
  const [low = -1, high = -1, third] = firstWords(cells)
  const [from, to] = [cells[low], cells[high]]
  if (from === undefined || to === undefined || third === undefined) return [...cells]
  if (!isLike(BOUND, from) || !isLike(BOUND, to)) return [...cells]
  const end = cells[high + 1]?.text === '%' ? high + 2 : high + 1
  const start = cells[high - 1]?.text === '$' ? high - 1 : high
  const dash = { ...from, text: `- ${below}`.trim() }
  const before = cells
    .slice(0, start)
    .map((cell, order) => (order === 0 ? { ...cell, text: over + cell.text } : cell))
  return joinFirst([...before, dash, ...cells.slice(start)], end + 1)
}

function beginsInFigure(cells: readonly LaidCell[]): boolean {
  const first = cells.find(({ text }) => !isSign(text))
  return first !== undefined && (isLike(BOUND, first) || isLike(OPENS, first) || isLike(WHOLE, first))
}

/** How many cells at the left make up a range, or 0; figures must be left over for the columns. */
function rangeLength(cells: readonly LaidCell[]): number {
  if (cells.length < 3) return 0
  const words = firstWords(cells)
  const [first, second, third] = words.map(at => cells[at])
  if (first === undefined || second === undefined) return 0
  const isTwo = isLike(OPENS, first) ? isLike(BOUND, second) : isLike(BOUND, first) && isLike(CLOSES, second)
  const isThree = !isTwo && third !== undefined && isRange([first, second, third])
  const ends = words[isTwo ? 1 : 2]
  if ((!isTwo && !isThree) || ends === undefined || ends === words[words.length - 1]) return 0
  return cells[ends + 1]?.text === '%' ? ends + 2 : ends + 1
}

const MOST_WORDS = 4

/** Where the first cells stand that are no signs. */
function firstWords(cells: readonly LaidCell[]): number[] {
  const words: number[] = []
  for (let at = 0; at < cells.length && words.length < MOST_WORDS; at++)
    if (!isSign(cells[at]?.text ?? '')) words.push(at)
  return words
}

const isSign = (text: string) => text === '%' || isDollarSign(text)

function isRange([low, between, high]: readonly [LaidCell, LaidCell, LaidCell]): boolean {
  return isLike(BOUND, low) && isLike(BETWEEN, between) && isLike(BOUND, high)
}

function isLike(pattern: RegExp, { text }: LaidCell): boolean {
  return text.length <= LONGEST && pattern.test(text)
}

function joinFirst(cells: readonly LaidCell[], length: number): LaidCell[] {
  const [first, last] = [cells[0], cells[length - 1]]
  if (first === undefined || last === undefined) return [...cells]
  const text = cells
    .slice(0, length)
    .reduce(
      (joined, cell) => `${joined}${joined === '' || isGlued(joined, cell.text) ? '' : ' '}${cell.text}`,
      '',
    )
  const stretches = [0, first.start, last.end]
  return [
    { ...first, text, right: last.right, end: last.end, stretches, lines: null },
    ...cells.slice(length),
  ]
}

/** `$` belongs to what follows it, `%` to what it follows. */
function isGlued(before: string, text: string): boolean {
  return before.endsWith('$') || text === '%'
}
