import { columnsUnder } from './columns-under.ts'
import type { ColumnExtent } from './find-columns.ts'
import type { Fragment } from './fragment.ts'
import { type HeaderBlanks, isBlankAt } from './header-blanks.ts'
import type { ScannedLines } from './scan-lines.ts'

/** What words of a header are given by: where columns stand, and the lines that hold such words. */
export type HeaderWidths = {
  /** Of the header, its number. */
  lastLine: number
  columns: readonly ColumnExtent[]
  /** Where most labels begin, and where the longest ends. */
  labelStart: number
  labelEnd: number
  edges: readonly number[]
  blanks: HeaderBlanks
  /** Are columns as wide as the pieces of a rule, so that words in them are all their own? */
  isRuled: boolean
}

/**
 * Cut a fragment at the blanks between the columns it covers; false, and nothing given, when a boundary has none.
 *
 * > Loans % of Total Avg Bal ($)
 *     111       11.4     172,108      each piece ends where its figures do
 */
export function cutFragment(
  scan: ScannedLines,
  fragment: Fragment,
  { columns, labelEnd, blanks, isRuled }: HeaderWidths,
  bins: Fragment[][],
  stub: Fragment[],
): boolean {
  const line = scan.lines[fragment.index] ?? ''
  const { first, end } = columnsUnder(columns, fragment)
  if (first === columns.length) return false
  const cuts: { at: number; order: number }[] = []
  for (let order = first; order < end; order++) {
    const left = order === 0 ? labelEnd : (columns[order - 1]?.end ?? 0)
    const right = columns[order]?.start ?? 0
    if (left <= fragment.start) continue
    const at = isRuled
      ? findRuledCut(line, fragment, left, right, blanks)
      : findCut(line, fragment, left, right, blanks)
    if (at < 0 || at <= (cuts[cuts.length - 1]?.at ?? fragment.start)) return false
    cuts.push({ at, order })
  }
  if (cuts.length === 0) return false
  let start = fragment.start
  let owner = (cuts[0]?.order ?? first + 1) - 1
  for (const { at, order } of cuts) {
    const bin = bins[owner] ?? stub
    bin.push({ index: fragment.index, start, end: at })
    start = at + 1
    owner = order
  }
  bins[owner]?.push({ index: fragment.index, start, end: fragment.end })
  return true
}

/**
 * The blank that parts two columns' words: right behind the left figures, else right before the right ones, else the
 * nearest to both; but where lines above or below are blank at one of the others alone, that one.
 *
 * > Number of      Aggregate Principal
 *   Mortgage Loans Balance Outstanding
 *           268     $ 113,346,210.62
 */
function findCut(
  line: string,
  fragment: Fragment,
  left: number,
  right: number,
  blanks: HeaderBlanks,
): number {
  const nearest =
    blankBehindBracket(line, fragment, left, right) ?? blanks.nearest(fragment, (left + right) / 2)
  const usual = isBlankAt(line, left) && left < fragment.end ? left : right - 1
  const likely = isBlankAt(line, usual) && usual > fragment.start ? usual : nearest
  if (likely < 0) return likely
  const gutter = blanks.areBlankAt(likely) ? likely : blanks.nearestShared(fragment, (left + right) / 2)
  return pastBrackets(line, gutter < 0 ? likely : gutter, right)
}

/** The first blank behind `(%)` or `($)` between two places. */
function blankBehindBracket(line: string, fragment: Fragment, left: number, right: number): number | null {
  const at = line.indexOf(') ', Math.max(left, fragment.start)) + 1
  return at > 0 && at < Math.min(right, fragment.end) ? at : null
}

/** The blank behind `(%)` and `($)`, for they end the words of a column and begin none, where one comes before `right`. */
function pastBrackets(line: string, cut: number, right: number): number {
  if (line.charCodeAt(cut + 1) !== 40) return cut
  const after = line.indexOf(' ', cut + 1)
  return after > 0 && after <= right ? after : cut
}

/** How far words may stand off the gap between two pieces of a rule. */
const MOST_STRAY = 3

/** The blank between two pieces of a rule, or a few characters off; -1 where a word stands over the gap. */
function findRuledCut(
  line: string,
  fragment: Fragment,
  left: number,
  right: number,
  blanks: HeaderBlanks,
): number {
  if (isBlankAt(line, right - 1)) return right - 1
  if (isBlankAt(line, left)) return left
  const nearest = blanks.nearest(fragment, left)
  return nearest >= left - MOST_STRAY && nearest < right + MOST_STRAY ? nearest : -1
}
