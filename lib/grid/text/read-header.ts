import type { Cell, GridColumn } from '../grid.ts'
import { cutFragment, type HeaderWidths } from './cut-fragment.ts'
import type { ColumnExtent } from './find-columns.ts'
import { findGutters } from './find-gutters.ts'
import { type Fragment, isRuleRun, splitFragments } from './fragments.ts'
import { headColumn, joinFragments } from './head-column.ts'
import { pairShifted } from './pair-shifted.ts'
import { findRuledColumns } from './rule-columns.ts'
import { fromAt, type ScannedLines, shapeAt, toAt } from './scan-lines.ts'

/** Stub and columns with their header text. */
export type Header = { stub: Cell | null; columns: GridColumn[] }

/**
 * Give the words of a header stack to the columns they stand over, top to bottom.
 *
 * > Range of
 *   Original Loan-to             Number of      Aggregate Principal     → "Number of Mortgage Loans"
 *   Value Ratios (%)          Mortgage Loans    Balance Outstanding
 *
 * Words over two columns go to both when they are set as one (a spanner), and apart when each column has its own.
 */
export function readHeader(
  scan: ScannedLines,
  headerLines: readonly number[],
  columns: readonly ColumnExtent[],
  labelEnd: number,
  lastRow: number,
): Header {
  const bins: Fragment[][] = columns.map(() => [])
  const stub: Fragment[] = []
  const ruled = findRuledColumns(scan, headerLines, columns, labelEnd, lastRow)
  const widths = ruled ?? { columns: columns.map(withSign), labelEnd }
  const gutters = ruled === null ? findGutters(scan, headerLines, widths.columns) : []
  const table = {
    ...widths,
    edges: findEdges(widths.columns, widths.labelEnd).map((edge, order) => gutters[order - 1] ?? edge),
    headerLines,
    isRuled: ruled !== null,
  }
  const lines = headerLines.map(index =>
    splitFragments(scan, index).flatMap(one => {
      if (isRuleRun(scan, one)) return []
      return isUnderlined(scan, one) ? one : splitAt(one, gutters, table.columns)
    }),
  )
  for (const line of lines) putLine(scan, line, table, bins, stub)
  const [left = stub, ...over] = pairShifted(scan, lines, bins, columns) ?? [stub, ...bins]
  return {
    stub: left.length === 0 ? null : joinFragments(scan, left),
    columns: columns.map((column, order) => headColumn(scan, over[order] ?? [], column, headerLines)),
  }
}

/** The pieces of a fragment between gutters, where it stands over the figures left of one. */
function splitAt(
  fragment: Fragment,
  gutters: readonly (number | null)[],
  columns: readonly ColumnExtent[],
): Fragment[] {
  if (gutters.length === 0) return [fragment]
  const pieces: Fragment[] = []
  let { start } = fragment
  gutters.forEach((gutter, order) => {
    if (gutter === null || gutter <= start || gutter >= fragment.end || start >= (columns[order]?.end ?? 0))
      return
    pieces.push({ ...fragment, start, end: gutter })
    start = gutter + 1
  })
  pieces.push({ ...fragment, start })
  return pieces
}

/** As wide as its figures with the `%` behind them. */
function withSign(column: ColumnExtent): ColumnExtent {
  return column.percent ? { ...column, end: column.end + 1 } : column
}

/** A line with one piece for each column of a rule gives each its own, though a piece may reach over a gap of the rule. */
function putLine(
  scan: ScannedLines,
  line: readonly Fragment[],
  table: HeaderWidths,
  bins: Fragment[][],
  stub: Fragment[],
) {
  const ahead = line.length - bins.length
  const isOneEach =
    table.isRuled &&
    (ahead === 0 || ahead === 1) &&
    line.every((piece, order) => ownerOf(piece, table.edges) === order - ahead)
  line.forEach((piece, order) => {
    if (isOneEach) (bins[order - ahead] ?? stub).push(piece)
    else putFragment(scan, piece, table, bins, stub)
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
  table: HeaderWidths,
  bins: Fragment[][],
  stub: Fragment[],
) {
  const { columns, edges, isRuled } = table
  const isWide = countCovered(fragment, columns) > 1
  const cut =
    (isWide || isRuled || reachesOverFirst(fragment, table)) &&
    !isUnderlined(scan, fragment) &&
    cutFragment(scan, fragment, table, bins, stub)
  if (cut) return
  if (!isWide) (bins[ownerOf(fragment, edges)] ?? stub).push(fragment)
  else
    columns.forEach((column, order) => {
      if (coversMost(fragment, column)) bins[order]?.push(fragment)
    })
}

/** Do the words begin over the labels and go on over the figures of the first column? */
function reachesOverFirst(fragment: Fragment, { columns: [first], labelEnd }: HeaderWidths): boolean {
  return first !== undefined && fragment.start < labelEnd && coversMost(fragment, first)
}

function countCovered(fragment: Fragment, columns: readonly ColumnExtent[]): number {
  let covered = 0
  for (const column of columns) if (coversMost(fragment, column)) covered++
  return covered
}

/** Does the fragment reach over more than half of the column's figures? */
function coversMost(fragment: Fragment, column: ColumnExtent): boolean {
  const overlap = Math.min(fragment.end, column.end) - Math.max(fragment.start, column.start)
  return overlap * 2 > column.end - column.start
}

/** The column with the largest part of the fragment in its share of the width; -1 for the label side. */
function ownerOf(fragment: Fragment, edges: readonly number[]): number {
  let owner = -1
  let most = Math.min(fragment.end, edges[0] ?? fragment.end) - fragment.start
  for (let order = 0; order < edges.length; order++) {
    const left = Math.max(fragment.start, edges[order] ?? 0)
    const part = Math.min(fragment.end, edges[order + 1] ?? fragment.end) - left
    if (part > most) {
      most = part
      owner = order
    }
  }
  return owner
}

/** A rule of its own on the next line, about as long as the words or longer, makes a spanner. */
function isUnderlined(scan: ScannedLines, fragment: Fragment): boolean {
  const below = fragment.index + 1
  if (shapeAt(scan, below) === 'text')
    return splitFragments(scan, below).some(run => isRuleUnder(scan, fragment, run))
  if (shapeAt(scan, below) !== 'rule') return false
  const rule = scan.lines[below] ?? ''
  const middle = (fragment.start + fragment.end) >> 1
  const runEnd = rule.indexOf(' ', middle)
  const isBroken = rule.slice(fromAt(scan, below), toAt(scan, below)).includes('  ')
  return isBroken && rule.charCodeAt(middle) > 32 && (runEnd < 0 || runEnd >= fragment.end - 1)
}

function isRuleUnder(scan: ScannedLines, { start, end }: Fragment, run: Fragment): boolean {
  return run.start <= start && run.end >= end - 1 && isRuleRun(scan, run)
}
