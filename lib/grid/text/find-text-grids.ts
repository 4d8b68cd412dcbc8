import type { Place } from '../../report.ts'
import type { Cell, Grid } from '../grid.ts'
import { mapPlaces } from '../map-places.ts'
import { expandTabs } from './expand-tabs.ts'
import { type Block, findBlocks } from './find-blocks.ts'
import { findClassTables } from './find-class-tables.ts'
import { type ColumnExtent, findColumnSets } from './find-columns.ts'
import { findTopLines, type TopLines } from './find-header.ts'
import { findLeadWords } from './find-lead-words.ts'
import type { Extent } from './line-up.ts'
import { readHeader } from './read-header.ts'
import { readNotes } from './read-notes.ts'
import { cellOf, readRows } from './read-rows.ts'
import { fromAt, type ScannedLines, scanLines, toAt } from './scan-lines.ts'

/**
 * Find the table-like blocks of a text document, by their shape alone, and read each into a grid.
 *
 * `first` and `last` are the document's lines, 1-based and inclusive. Grids come in the order they are printed.
 */
export function findTextGrids(lines: readonly string[], first: number, last: number): Grid[] {
  const expanded = expandTabs(lines, first - 1, last)
  if (expanded === null) return findGridsIn(lines, first, last)
  return findGridsIn(expanded.lines, first, last).map(grid => mapPlaces(grid, expanded.placeBack))
}

function findGridsIn(lines: readonly string[], first: number, last: number): Grid[] {
  const scan = scanLines(lines, first - 1, last)
  const blocks = findBlocks(scan)
  let floor = first - 2
  const grids = blocks.map((block, order) => {
    const grid = readBlock(scan, block, floor, blocks[order + 1]?.rows[0]?.index ?? last)
    floor = lastLineOf(grid) - 1
    return grid
  })
  const classes = findClassTables(
    scan,
    grids.map(grid => lastLineOf(grid) - 1),
  )
  return classes.length === 0 ? grids : [...grids, ...classes].sort((a, b) => a.at.line - b.at.line)
}

/** One block as a grid; `floor` is the last line of the table before, `ceiling` the first row of the next. */
function readBlock(scan: ScannedLines, block: Block, floor: number, ceiling: number): Grid {
  const found = findColumnSets(upToTotal(block))
  const [columns] = found.sets
  const figuresAt = columns[0]?.start ?? 0
  const [first] = block.rows
  const lead = first === undefined ? [] : findLeadWords(scan, first, floor, figuresAt)
  const { rows, tail, last } = readRows(scan, { ...block, between: [...lead, ...block.between] }, found)
  const labels = extentOfLabels(rows, columns)
  const firstRow = lead[0] ?? first?.index ?? 0
  const top = findTopLines(scan, firstRow, floor, { labelEnd: labels.end, columns })
  return {
    headings: linesOf(scan, top.headings),
    title: linesOf(scan, top.title),
    ...readHeader(scan, top.header, found.sets, labels, last),
    rows,
    tail,
    notes: readNotes(scan, last + 1, ceiling),
    at: placeOf(scan, firstLine(top, firstRow), last),
  }
}

/** The rows but those of the tail. */
function upToTotal({ rows, totalAt }: Block): Block['rows'] {
  return totalAt === null ? rows : rows.filter(({ index }) => index <= totalAt)
}

/** Where labels stand, up to the figures, 0-based; rows that stand beside the columns have theirs elsewhere. */
function extentOfLabels(rows: Grid['rows'], columns: readonly ColumnExtent[]): Extent {
  const figuresAt = columns[0]?.start ?? 0
  let start = figuresAt
  let end = 0
  for (const { label, cells } of rows) {
    if (label === null || standsBeside(cells, columns)) continue
    if (label.at.start - 1 < start) start = label.at.start - 1
    if (label.at.end - 1 > end) end = label.at.end - 1
  }
  return { start, end: Math.min(end, figuresAt) }
}

function standsBeside(cells: readonly (Cell | null)[], columns: readonly ColumnExtent[]): boolean {
  return cells.some((cell, order) => cell !== null && cell.at.start > (columns[order]?.end ?? 0))
}

function linesOf(scan: ScannedLines, indices: readonly number[]): Cell[] {
  return indices.map(index => cellOf(scan, index, fromAt(scan, index), toAt(scan, index)))
}

function firstLine({ title, header }: TopLines, firstRow: number): number {
  return title[0] ?? header[0] ?? firstRow
}

function placeOf(scan: ScannedLines, first: number, last: number): Place {
  const at = { line: first + 1, start: fromAt(scan, first) + 1, end: toAt(scan, last) + 1 }
  return last > first ? { ...at, lastLine: last + 1 } : at
}

/** The last line of a grid and its notes, 1-based. */
function lastLineOf(grid: Grid): number {
  const note = grid.notes[grid.notes.length - 1]?.at
  return note?.lastLine ?? note?.line ?? grid.at.lastLine ?? grid.at.line
}
