import type { Grid, GridColumn } from '../grid.ts'
import { chooseColumns } from './choose-columns.ts'
import { findAcross } from './find-across.ts'
import type { ColumnExtent, ColumnSets } from './find-columns.ts'
import { type Doubt, findDoubts, findDoubtsOfOrder } from './find-doubts.ts'
import { findGutters } from './find-gutters.ts'
import type { Fragment } from './fragment.ts'
import { splitFragments } from './fragments.ts'
import { headColumn, joinFragments } from './head-column.ts'
import type { Extent } from './line-up.ts'
import { type Drawn, isUnderlined, pairByPlace, splitAtGutters } from './pair-by-place.ts'
import { pairShifted } from './pair-shifted.ts'
import { findRuledColumns } from './rule-columns.ts'
import type { ScannedLines } from './scan-lines.ts'

/** Stub and columns with their header text, and what stands across them. */
export type Header = Pick<Grid, 'stub' | 'stubPair' | 'columns' | 'across'>

/**
 * Give the words of a header stack to the columns they stand over, top to bottom.
 *
 * > Range of
 *   Original Loan-to             Number of      Aggregate Principal     → "Number of Mortgage Loans"
 *   Value Ratios (%)          Mortgage Loans    Balance Outstanding
 *
 * A column whose words may as well head another is marked so.
 */
export function readHeader(
  scan: ScannedLines,
  headerLines: readonly number[],
  sets: ColumnSets['sets'],
  labels: Extent,
  lastRow: number,
): Header {
  const header = headColumns(scan, headerLines, sets, labels, lastRow)
  const over = findAcross(scan, headerLines, sets[0], labels)
  if (over === null) return header
  const below = headerLines.filter(index => index !== over.index)
  const { columns } = headColumns(scan, below, sets, labels, lastRow)
  const isHeaded = columns.every(({ header: words }) => words !== '')
  return isHeaded ? { ...header, across: { text: joinFragments(scan, [over]).text, columns } } : header
}

function headColumns(
  scan: ScannedLines,
  headerLines: readonly number[],
  sets: ColumnSets['sets'],
  labels: Extent,
  lastRow: number,
): Pick<Header, 'stub' | 'stubPair' | 'columns'> {
  const whole = headerLines.map(index => splitFragments(scan, index))
  const { columns, rivals } = chooseColumns(whole, sets)
  const drawn = drawColumns(scan, headerLines, columns, labels, lastRow)
  const lines = whole.map(line =>
    line.flatMap((piece, order) => splitAtGutters(scan, piece, line[order + 1], drawn)),
  )
  const undivided = { ...drawn, gutters: [] }
  const printed = whole.map(line => line.flatMap(piece => splitAtGutters(scan, piece, undefined, undivided)))
  const placed = pairByPlace(scan, headerLines, lines, drawn)
  const ordered = pairShifted(scan, lines, placed.slice(1), columns, labels)
  const [left = [], ...over] = ordered ?? placed
  const doubts = ordered
    ? findDoubtsOfOrder(lines, ordered).map(isInDoubt => (isInDoubt ? { rivals: [] } : null))
    : findDoubts({ scan, headerLines, printed, lines, drawn, labels, bins: placed }, rivals)
  return {
    stub: left.length === 0 ? null : joinFragments(scan, left),
    ...pairStub(scan, left),
    columns: columns.map((column, order) => {
      const words = over[order] ?? []
      const headed = headColumn(scan, words, column, headerLines)
      const own = words.filter(piece => !isLoose(scan, piece, over, drawn.lastLine))
      const apart = own.length < words.length && { apart: joinFragments(scan, own).text }
      return { ...headed, ...apart, ...inDoubt(scan, doubts[order] ?? null) }
    }),
  }
}

/** That words may head another column, and those that may head this one. */
function inDoubt(scan: ScannedLines, doubt: Doubt | null): Pick<GridColumn, 'inDoubt' | 'mayBe'> {
  if (doubt === null) return {}
  const headers = doubt.rivals.flatMap(words => (words.length === 0 ? [] : joinFragments(scan, words).text))
  return { inDoubt: true, ...(headers.length > 0 && { mayBe: headers }) }
}

/** Do several words stand over several columns, with no rule of their own below them? They may be words of one column each. */
function isLoose(
  scan: ScannedLines,
  piece: Fragment,
  over: readonly (readonly Fragment[])[],
  lastLine: number,
): boolean {
  if (!(scan.lines[piece.index] ?? '').slice(piece.start, piece.end).includes(' ')) return false
  const times = over.reduce((count, words) => (words.includes(piece) ? count + 1 : count), 0)
  return times > 1 && !isUnderlined(scan, piece, lastLine)
}

/** Columns as the pieces of a rule draw them, else as wide as their figures, with the gutters of the header between. */
function drawColumns(
  scan: ScannedLines,
  headerLines: readonly number[],
  columns: readonly ColumnExtent[],
  labels: Extent,
  lastRow: number,
): Drawn {
  const { start: labelStart, end: labelEnd } = labels
  const lastLine = headerLines.at(-1) ?? -1
  const ruled = findRuledColumns(scan, headerLines, columns, labelEnd, lastRow)
  if (ruled !== null) return { ...ruled, labelStart, gutters: [], isRuled: true, lastLine }
  const signed = columns.map(withSign)
  const gutters = findGutters(scan, headerLines, signed)
  return { columns: signed, labelStart, labelEnd, gutters, isRuled: false, lastLine }
}

/** As wide as its figures with the `%` behind them. */
function withSign(column: ColumnExtent): ColumnExtent {
  return column.percent ? { ...column, end: column.end + 1 } : column
}

/** The words left of the columns in two stacks, each in a column of its own; nothing where they are in one, or in more. */
function pairStub(scan: ScannedLines, left: readonly Fragment[]): Pick<Header, 'stubPair'> {
  const [first, ...others] = left.toSorted((one, other) => one.start - other.start)
  if (first === undefined) return {}
  let end = first.end
  const isApart = (piece: Fragment) => {
    const isBehind = piece.start > end + 1
    if (!isBehind) end = Math.max(end, piece.end)
    return isBehind
  }
  const from = others.findIndex(isApart)
  const begins = others[from]?.start
  if (begins === undefined) return {}
  const [own, beside] = [
    left.filter(({ start }) => start < begins),
    left.filter(({ start }) => start >= begins),
  ]
  const isOneColumn = beside.every(piece =>
    beside.every(one => one.start < piece.end && piece.start < one.end),
  )
  return isOneColumn ? { stubPair: [joinFragments(scan, own), joinFragments(scan, beside)] } : {}
}
