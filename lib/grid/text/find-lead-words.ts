import { opensLabel } from './label-words.ts'
import type { RowLine } from './row-atoms.ts'
import { fromAt, type ScannedLines, shapeAt, textAt, toAt } from './scan-lines.ts'

/**
 * Where the figures begin, which lines are set as those that head rows further below, the last row, and the first of the
 * next table.
 */
export type LeadTerms = {
  figuresAt: number
  isHeading: (index: number) => boolean
  last: number
  next: number
}

/**
 * Find the words right above the first row that belong to the rows, not to the header: the heading of an indented
 * group, or the beginning of a wrapped label.
 *
 * > Type              Loans     Balance
 *   Fixed Rate:                              ends in a colon, or the row below is set deeper
 *     15 Year            12    1,200.00
 *
 * Words below a rule, or a line of `<S>` and `<C>`, that parts them from the header are the rows' own too. Returns 0-based lines, top to bottom.
 */
export function findLeadWords(scan: ScannedLines, first: RowLine, floor: number, terms: LeadTerms): number[] {
  const { figuresAt, isHeading } = terms
  const words: number[] = []
  let index = first.index - 1
  while (index > floor && first.index - index <= MOST_BLANKS && shapeAt(scan, index) === 'blank') index--
  const isApart = index < first.index - 1
  for (; index > floor && shapeAt(scan, index) === 'text' && toAt(scan, index) <= figuresAt; index--)
    words.push(index)
  if (words.length === 0) return words
  const all = words.slice(0, MOST_LINES).reverse()
  // Past a blank, words lead only rows that are set deeper, or that the rows below them tell to.
  if (isApart && !all.every(word => isHeading(word) || first.from > fromAt(scan, word))) return []
  if (isUnderHeader(scan, index, floor, figuresAt)) return isTitledAlike(scan, all, first, terms) ? [] : all
  // The header over the labels ends in no colon.
  if (isApart && !all.every(word => textAt(scan, word).endsWith(':'))) return []
  return all.slice(all.findLastIndex(word => !leads(scan, word, first, figuresAt) && !isHeading(word)) + 1)
}

/** So many blank lines may stand between a heading and its rows. */
const MOST_BLANKS = 1
/** No heading and label take more lines. */
const MOST_LINES = 12

/** Is the next printed thing above a rule with words over it, or past a blank, words over the figures? */
function isUnderHeader(scan: ScannedLines, index: number, floor: number, figuresAt: number): boolean {
  let at = index
  while (at > floor && (shapeAt(scan, at) === 'blank' || isMarksLine(scan, at))) at--
  // The row that ends the table before is no header.
  if (at === floor && at >= scan.first) return false
  if (shapeAt(scan, at) === 'rule') return shapeAt(scan, at - 1) === 'text' && toAt(scan, at - 1) > figuresAt
  return (
    at < index && shapeAt(scan, at) === 'text' && toAt(scan, at) > figuresAt && fromAt(scan, at) < figuresAt
  )
}

/**
 * Is a line over rows that are set no deeper the title of a table, as the next table under the same header has one?
 *
 * >                Loans     Balance
 *   -------------------------------
 *   Occupancy
 *   Owner             12    1,200.00
 *   Total             12    1,200.00
 *
 *   Lien
 *   First             12    1,200.00
 */
function isTitledAlike(
  scan: ScannedLines,
  words: readonly number[],
  first: RowLine,
  { figuresAt, last, next }: LeadTerms,
): boolean {
  const [only] = words
  // Where no table follows there is no other title, whatever stands at the end.
  if (next >= scan.last) return false
  const other = next - 1
  if (
    only === undefined ||
    words.length > 1 ||
    leads(scan, only, first, figuresAt) ||
    other - last > MOST_BETWEEN
  )
    return false
  if (other - last < 2 || shapeAt(scan, other) !== 'text' || toAt(scan, other) > figuresAt) return false
  for (let index = last + 1; index < other; index++)
    if (shapeAt(scan, index) !== 'blank' && shapeAt(scan, index) !== 'rule') return false
  return fromAt(scan, other) === fromAt(scan, only) && fromAt(scan, next) === fromAt(scan, other)
}

/** So many blank lines and rules may stand between two tables under one header. */
const MOST_BETWEEN = 5

/** `<S>     <C>     <C>`, which stands between header and rows. */
function isMarksLine(scan: ScannedLines, index: number): boolean {
  return shapeAt(scan, index) === 'tag' && /^<[sc]>/i.test(textAt(scan, index))
}

function leads(scan: ScannedLines, word: number, first: RowLine, figuresAt: number): boolean {
  const text = textAt(scan, word)
  if (text.endsWith(':') || opensLabel(text)) return true
  // Figures left of the columns are a label too.
  const own = first.to > first.from ? first.from : labelFrom(first, figuresAt)
  return own > fromAt(scan, word)
}

function labelFrom({ atoms: [first] }: RowLine, figuresAt: number): number {
  return first !== undefined && first.end <= figuresAt ? first.from : -1
}
