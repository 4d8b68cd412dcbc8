import { firstThat, lastNotAbove } from '../../ordered.ts'
import { columnsUnder } from './columns-under.ts'
import { cutFragment, type HeaderWidths } from './cut-fragment.ts'
import type { ColumnExtent } from './find-columns.ts'
import type { Fragment } from './fragment.ts'
import { isRuleRun, isStrokeAt, splitFragments, withoutStrokes } from './fragments.ts'
import { HeaderBlanks } from './header-blanks.ts'
import type { Extent } from './line-up.ts'
import { fromAt, type ScannedLines, shapeAt, toAt } from './scan-lines.ts'

/** Where labels end, columns stand and, where that is plain, header words of neighbours part, 0-based. */
export type Drawn = Pick<HeaderWidths, 'columns' | 'labelStart' | 'labelEnd' | 'isRuled' | 'lastLine'> & {
  gutters: readonly (number | null)[]
}

/**
 * Give the words of header lines to the labels and columns they stand over: one list for the labels, one a column.
 *
 * Words over two columns go to both when they are set as one (a spanner), and apart when each column has its own.
 */
export function pairByPlace(
  scan: ScannedLines,
  headerLines: readonly number[],
  lines: readonly Fragment[][],
  { gutters, ...drawn }: Drawn,
): Fragment[][] {
  const stub: Fragment[] = []
  const bins: Fragment[][] = drawn.columns.map(() => [])
  const first = startOfFirst(lines, drawn)
  const edges = findEdges(drawn.columns, drawn.labelEnd).map((edge, order) =>
    order === 0 ? Math.min(edge, first) : (gutters[order - 1] ?? edge),
  )
  const blanks = new HeaderBlanks(new Map(headerLines.map(index => [index, scan.lines[index] ?? ''])))
  const table = { ...drawn, edges, blanks }
  lines.forEach((line, order) => {
    putLine(scan, line, lines[order + 1] ?? [], table, bins, stub)
  })
  return [stub, ...bins]
}

/**
 * Where the words of the first column begin, told from a line with a piece for the labels and one for each column; else
 * nowhere.
 */
function startOfFirst(
  lines: readonly Fragment[][],
  { columns, labelEnd }: Pick<Drawn, 'columns' | 'labelEnd'>,
): number {
  const whole = lines.find(line => line.length === columns.length + 1 && (line[0]?.start ?? 0) < labelEnd)
  const start = whole?.[1]?.start ?? Number.POSITIVE_INFINITY
  return start >= labelEnd ? start : Number.POSITIVE_INFINITY
}

/**
 * The pieces of a fragment between gutters, where it stands over the figures left of one; a spanner stays whole, and a
 * rule beside words is none. Nor is anything cut where the next fragment of the line stands over the figures behind the gutter:
 *
 * > Number of       % of
 *   Loans           Loans
 *     210         21.00%       the gutter right behind the figures cuts "Number of" in two
 */
export function splitAtGutters(
  scan: ScannedLines,
  fragment: Fragment,
  next: Fragment | undefined,
  { gutters, columns, lastLine }: Drawn,
): Fragment[] {
  if (isRuleRun(scan, fragment)) return []
  const words = withoutStrokes(scan, fragment)
  if (gutters.length === 0 || words !== fragment || isUnderlined(scan, fragment, lastLine)) return [words]
  const pieces: Fragment[] = []
  let { start } = fragment
  const under = columnsUnder(columns, fragment)
  for (let order = under.first; order < under.end; order++) {
    const gutter = gutters[order] ?? null
    if (gutter === null || gutter <= start || gutter >= fragment.end || start >= (columns[order]?.end ?? 0))
      continue
    const behind = columns[order + 1]
    if (behind !== undefined && fragment.end <= behind.start && next !== undefined && next.start < behind.end)
      continue
    pieces.push({ ...fragment, start, end: gutter })
    start = gutter + 1
  }
  pieces.push({ ...fragment, start })
  return pieces
}

/**
 * As far as words of a header hold, where that may be farther than they stand: a spanner, as the rule of its own; an
 * extreme, over both of the words below that it stands in the middle of.
 *
 * >       Minimum                 Maximum
 *   ------------------         Coupon     LTV
 *    Coupon        LTV
 */
function reachOf(
  scan: ScannedLines,
  piece: Fragment,
  line: readonly Fragment[],
  below: readonly Fragment[],
  lastLine: number,
): Extent | null {
  if (below.length === 0) return null
  const isExtreme = EXTREME.test((scan.lines[piece.index] ?? '').slice(piece.start, piece.end))
  return ruleUnder(scan, piece, lastLine) ?? (isExtreme ? spanBetween(piece, line, below) : null)
}

/** Other words that stand between two columns may have slid there; of an extreme neither column is an average. */
const EXTREME = /^(?:min(?:imum)?|max(?:imum)?|low(?:est)?|high(?:est)?)\.?$/i

/** From the one to the other of two pieces that a piece of the line above stands over the middle of, and over neither. */
function spanBetween(
  { start, end }: Fragment,
  line: readonly Fragment[],
  below: readonly Fragment[],
): Extent | null {
  const right = firstThat(below, piece => piece.start + piece.end > start + end)
  const [left, other] = [below[right - 1], below[right]]
  if (left === undefined || other === undefined) return null
  const isCentred = (from: number, to: number) => Math.abs(start + end - from - to) <= ASKEW
  const standsOver = (piece: Extent) =>
    isCentred(piece.start, piece.end) ||
    Math.abs(start - piece.start) < ASKEW ||
    Math.abs(end - piece.end) < ASKEW
  if (!isCentred(left.start, other.end) || standsOver(left) || standsOver(other)) return null
  const isAlone = line.every(one => one.start === start || one.end <= left.start || one.start >= other.end)
  return isAlone ? { start: left.start, end: other.end } : null
}

/** So many characters may words stand beside the middle of what they stand over, twice over. */
const ASKEW = 2

/**
 * A line with one piece for each column of a rule gives each its own, though words may stand over a gap of the rule. A
 * piece that begins over the labels and goes on over the first column is none of these.
 *
 * > Range of Margins (%) Mortgage Loans   Outstanding ($)
 *   1.000 - 1.499                   396   $ 10,850,412.48
 *                        -------------- -----------------
 */
function putLine(
  scan: ScannedLines,
  line: readonly Fragment[],
  below: readonly Fragment[],
  table: HeaderWidths,
  bins: Fragment[][],
  stub: Fragment[],
) {
  const ahead = line.length - bins.length
  const isOneEach =
    table.isRuled &&
    (ahead === 1 || (ahead === 0 && !line.some(piece => reachesOverFirst(scan, piece, table)))) &&
    line.every((piece, order) => ownerOf(piece, table.edges) === order - ahead)
  line.forEach((piece, order) => {
    if (isOneEach) (bins[order - ahead] ?? stub).push(piece)
    else putFragment(scan, piece, reachOf(scan, piece, line, below, table.lastLine), table, bins, stub)
  })
}

/** Left edge of every column's share of the width: halfway to its neighbour. */
function findEdges(columns: readonly ColumnExtent[], labelEnd: number): number[] {
  let left = labelEnd
  return columns.map(column => {
    const edge = Math.min(Math.floor((left + column.start) / 2), column.start)
    left = column.end
    return edge
  })
}

function putFragment(
  scan: ScannedLines,
  fragment: Fragment,
  reach: Extent | null,
  table: HeaderWidths,
  bins: Fragment[][],
  stub: Fragment[],
) {
  const { columns, edges, isRuled, lastLine } = table
  const own = columnsCovered(fragment, columns)
  const reached = reach === null ? own : columnsCovered(reach, columns)
  const covered = reached.length > own.length ? reached : own
  const isWide = covered.length > 1
  const cut =
    (isWide || isRuled || reachesOverFirst(scan, fragment, table)) &&
    !isUnderlined(scan, fragment, lastLine) &&
    cutFragment(scan, fragment, table, bins, stub)
  if (cut) return
  if (!isWide) (bins[ownerOf(fragment, edges)] ?? stub).push(fragment)
  else for (const order of covered) bins[order]?.push(fragment)
}

/**
 * Do the words begin over the labels, with a whole word there, or where labels begin, and go on over the figures of the
 * first column?
 */
function reachesOverFirst(
  scan: ScannedLines,
  { index, start, end }: Fragment,
  { columns: [first], labelStart, labelEnd }: HeaderWidths,
): boolean {
  if (first === undefined || start >= labelEnd || !coversMost({ start, end }, first)) return false
  const wordEnd = (scan.lines[index] ?? '').indexOf(' ', start)
  return wordEnd >= 0 && wordEnd <= (start === labelStart ? first.start : labelEnd)
}

function columnsCovered(fragment: Extent, columns: readonly ColumnExtent[]): number[] {
  const covered: number[] = []
  const under = columnsUnder(columns, fragment)
  for (let order = under.first; order < under.end; order++) {
    const column = columns[order]
    if (column !== undefined && coversMost(fragment, column)) covered.push(order)
  }
  return covered
}

/** Does the fragment reach over more than half of the column's figures? */
function coversMost(fragment: Extent, column: ColumnExtent): boolean {
  const overlap = Math.min(fragment.end, column.end) - Math.max(fragment.start, column.start)
  return overlap * 2 > column.end - column.start
}

/** The column with the largest part of the fragment in its share of the width; -1 for the label side. */
function ownerOf(fragment: Fragment, edges: readonly number[]): number {
  let owner = -1
  let most = Math.min(fragment.end, edges[0] ?? fragment.end) - fragment.start
  const end = firstThat(edges, edge => edge >= fragment.end)
  for (let order = lastNotAbove(edges, fragment.start); order < end; order++) {
    const left = Math.max(fragment.start, edges[order] ?? 0)
    const part = Math.min(fragment.end, edges[order + 1] ?? fragment.end) - left
    if (part > most) {
      most = part
      owner = order
    }
  }
  return owner
}

/** A rule of its own on the next line, about as long as the words or longer, makes a spanner: where it stands, or null. */
function ruleUnder(scan: ScannedLines, fragment: Fragment, lastLine: number): Extent | null {
  const below = fragment.index + 1
  if (shapeAt(scan, below) === 'text') {
    if (!isStrokeAt(scan, below, fragment.start)) return null
    const runs = splitFragments(scan, below)
    const run = runs[firstThat(runs, ({ end }) => end > fragment.start)]
    return run !== undefined && isRuleUnder(scan, fragment, run) ? run : null
  }
  if (shapeAt(scan, below) !== 'rule') return null
  const rule = scan.lines[below] ?? ''
  const middle = (fragment.start + fragment.end) >> 1
  const runEnd = rule.indexOf(' ', middle)
  const run = { start: rule.lastIndexOf(' ', middle) + 1, end: runEnd < 0 ? rule.length : runEnd }
  // No header goes on below a rule of its whole width.
  const isOwn = isBroken(scan, below) || below < lastLine
  return isOwn && rule.charCodeAt(middle) > 32 && run.end >= fragment.end - 1 ? run : null
}

function isBroken(scan: ScannedLines, rule: number): boolean {
  return (scan.lines[rule] ?? '').slice(fromAt(scan, rule), toAt(scan, rule)).includes('  ')
}

/** Has a fragment a rule of its own on the next line? */
export function isUnderlined(scan: ScannedLines, fragment: Fragment, lastLine: number): boolean {
  return ruleUnder(scan, fragment, lastLine) !== null
}

function isRuleUnder(scan: ScannedLines, { start, end }: Fragment, run: Fragment): boolean {
  return run.start <= start && run.end >= end - 1 && isRuleRun(scan, run)
}
