import type { Grid } from '../grid.ts'
import { chooseColumns } from './choose-columns.ts'
import { findAcross } from './find-across.ts'
import type { ColumnExtent, ColumnSets } from './find-columns.ts'
import { findDoubts, findDoubtsOfOrder } from './find-doubts.ts'
import { findGutters } from './find-gutters.ts'
import { splitFragments } from './fragments.ts'
import { headColumn, joinFragments } from './head-column.ts'
import type { Extent } from './line-up.ts'
import { type Drawn, pairByPlace, splitAtGutters } from './pair-by-place.ts'
import { pairShifted } from './pair-shifted.ts'
import { findRuledColumns } from './rule-columns.ts'
import type { ScannedLines } from './scan-lines.ts'

/** Stub and columns with their header text, and what stands across them. */
export type Header = Pick<Grid, 'stub' | 'columns' | 'across'>

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
): Pick<Header, 'stub' | 'columns'> {
  const whole = headerLines.map(index => splitFragments(scan, index))
  const { columns, rivals } = chooseColumns(whole, sets)
  const drawn = drawColumns(scan, headerLines, columns, labels, lastRow)
  const lines = whole.map(line => line.flatMap(piece => splitAtGutters(scan, piece, drawn)))
  const placed = pairByPlace(scan, headerLines, lines, drawn)
  const ordered = pairShifted(scan, lines, placed.slice(1), columns, labels)
  const [left = [], ...over] = ordered ?? placed
  const doubts = ordered
    ? findDoubtsOfOrder(lines, ordered)
    : findDoubts({ scan, headerLines, lines, drawn, labels, bins: placed }, rivals)
  return {
    stub: left.length === 0 ? null : joinFragments(scan, left),
    columns: columns.map((column, order) => {
      const headed = headColumn(scan, over[order] ?? [], column, headerLines)
      return doubts[order] ? { ...headed, inDoubt: true } : headed
    }),
  }
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
