import type { Cell, GridColumn } from '../grid.ts'
import type { ColumnExtent } from './find-columns.ts'
import { type Fragment, splitFragments } from './fragments.ts'
import { pairByOrder } from './pair-by-order.ts'
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
): Header {
  const bins: Fragment[][] = columns.map(() => [])
  const stub: Fragment[] = []
  const edges = findEdges(columns, labelEnd)
  const lines = headerLines.map(index => splitFragments(scan, index))
  for (const line of lines) {
    for (const fragment of line) putFragment(scan, fragment, columns, edges, labelEnd, bins, stub)
  }
  const isShifted = bins.some(bin => bin.length === 0)
  const [left = stub, ...over] = (isShifted ? pairByOrder(lines, columns.length) : null) ?? [stub, ...bins]
  return {
    stub: left.length === 0 ? null : joinFragments(scan, left),
    columns: columns.map((column, order) => headColumn(scan, over[order] ?? [], column, headerLines)),
  }
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
  columns: readonly ColumnExtent[],
  edges: readonly number[],
  labelEnd: number,
  bins: Fragment[][],
  stub: Fragment[],
) {
  if (countCovered(fragment, columns) < 2) (bins[ownerOf(fragment, edges)] ?? stub).push(fragment)
  else if (isUnderlined(scan, fragment) || !cutFragment(scan, fragment, columns, labelEnd, bins, stub))
    columns.forEach((column, order) => {
      if (coversMost(fragment, column)) bins[order]?.push(fragment)
    })
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
  if (shapeAt(scan, below) !== 'rule') return false
  const rule = scan.lines[below] ?? ''
  const middle = (fragment.start + fragment.end) >> 1
  const runEnd = rule.indexOf(' ', middle)
  const isBroken = rule.slice(fromAt(scan, below), toAt(scan, below)).includes('  ')
  return isBroken && rule.charCodeAt(middle) > 32 && (runEnd < 0 || runEnd >= fragment.end - 1)
}

/**
 * Cut a fragment at the blanks between the columns it covers; false, and nothing given, when a boundary has none.
 *
 * > Loans % of Total Avg Bal ($)
 *     111       11.4     172,108      each piece ends where its figures do
 */
function cutFragment(
  scan: ScannedLines,
  fragment: Fragment,
  columns: readonly ColumnExtent[],
  labelEnd: number,
  bins: Fragment[][],
  stub: Fragment[],
): boolean {
  const line = scan.lines[fragment.index] ?? ''
  const first = columns.findIndex(column => fragment.start < column.end)
  const cuts: { at: number; order: number }[] = []
  for (let order = first; order < columns.length; order++) {
    const left = order === 0 ? labelEnd : (columns[order - 1]?.end ?? 0)
    const right = columns[order]?.start ?? 0
    if (left <= fragment.start || fragment.end <= right) continue
    const at = findCut(line, fragment, left, right)
    if (at < 0 || at <= (cuts[cuts.length - 1]?.at ?? fragment.start)) return false
    cuts.push({ at, order })
  }
  let start = fragment.start
  let owner = (cuts[0]?.order ?? first + 1) - 1
  for (const { at, order } of cuts) {
    const bin = bins[owner] ?? stub
    bin.push({ index: fragment.index, start, end: at })
    start = at + 1
    owner = order
  }
  bins[owner]?.push({ index: fragment.index, start, end: fragment.end })
  return cuts.length > 0
}

/** The blank that parts two columns' words: right behind the left figures, else right before the right ones, else the nearest to both. */
function findCut(line: string, fragment: Fragment, left: number, right: number): number {
  if (left < fragment.end && line.charCodeAt(left) === 32) return left
  if (right - 1 > fragment.start && line.charCodeAt(right - 1) === 32) return right - 1
  const middle = (left + right) / 2
  let best = -1
  for (let at = fragment.start + 1; at < fragment.end - 1; at++) {
    if (line.charCodeAt(at) === 32 && (best < 0 || Math.abs(at - middle) < Math.abs(best - middle))) best = at
  }
  return best
}

function headColumn(
  scan: ScannedLines,
  fragments: readonly Fragment[],
  column: ColumnExtent,
  headerLines: readonly number[],
): GridColumn {
  const { money, percent } = column
  if (fragments.length > 0) {
    const cell = joinFragments(scan, fragments)
    return { header: cell.text, at: cell.at, money, percent }
  }
  const line = (headerLines[headerLines.length - 1] ?? scan.first) + 1
  return { header: '', at: { line, start: column.start + 1, end: column.end + 1 }, money, percent }
}

/** Join a header's lines with blanks, without one after a hyphen that breaks a word. */
function joinFragments(scan: ScannedLines, fragments: readonly Fragment[]): Cell {
  let text = ''
  const first = fragments[0]
  for (const fragment of fragments) {
    const part = (scan.lines[fragment.index] ?? '').slice(fragment.start, fragment.end)
    text = fragment === first ? part : `${text}${joint(text)}${part}`
  }
  const last = fragments[fragments.length - 1]
  const at = { line: (first?.index ?? 0) + 1, start: (first?.start ?? 0) + 1, end: (last?.end ?? 0) + 1 }
  const isOnOneLine = first === undefined || last === undefined || first.index === last.index
  return { text, at: isOnOneLine ? at : { ...at, lastLine: last.index + 1 } }
}

function joint(text: string): string {
  return text.endsWith('-') || text.endsWith('/') ? '' : ' '
}
