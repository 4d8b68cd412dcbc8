import type { Place } from '../../report.ts'
import type { Cell, Grid, GridRow } from '../grid.ts'
import { findGroupHeadings } from '../group-headings.ts'
import { isLoneRowOfPool, mayNameSums } from '../lone-row.ts'
import { mapPlaces } from '../map-places.ts'
import { printsMark } from '../prints-mark.ts'
import { withoutRankWord } from '../rank-numbers.ts'
import { blankBoxes } from './blank-boxes.ts'
import { expandTabs } from './expand-tabs.ts'
import { partBoundLabels, partFigureLabels } from './figure-labels.ts'
import { type Block, findBlocks } from './find-blocks.ts'
import { findClassRuns, readClassTable } from './find-class-tables.ts'
import { type ColumnExtent, type ColumnSets, findColumnSets, type PrintedPage } from './find-columns.ts'
import { findHeaderLines, findTopLines, type TopLines } from './find-header.ts'
import { findLeadWords } from './find-lead-words.ts'
import { findOrphan } from './find-orphan.ts'
import { findUndivided } from './find-undivided.ts'
import { splitFragments } from './fragments.ts'
import { type HeldHeader, holdHeader, holdsOn } from './held-header.ts'
import { opensLabel } from './label-words.ts'
import { labelTextOf, placeLabelsAbove } from './labels-above.ts'
import type { Extent } from './line-up.ts'
import { piecesOf } from './part-headings.ts'
import { placeMarks } from './place-marks.ts'
import { type Header, readHeader } from './read-header.ts'
import { readNotes } from './read-notes.ts'
import { cellOf, readRows } from './read-rows.ts'
import type { RowLine } from './row-atoms.ts'
import { fromAt, type ScannedLines, scanLines, shapeAt, textAt, toAt } from './scan-lines.ts'
import { hasShares, joinShares, partShares } from './share-columns.ts'
import { withSparseColumns } from './sparse-columns.ts'
import { unfoldAbreast } from './unfold-abreast.ts'
import { findUnreadRegions } from './unread-lines.ts'
import { passOverRanks } from './without-ranks.ts'

/** Whether a file may hold tabs, and strokes that boxes are drawn with: most hold neither. */
export type Signs = { tabs: boolean; strokes: boolean }

/** One look at a whole file, for all of its documents. */
export function signsOf(text: string): Signs {
  return { tabs: text.includes('\t'), strokes: text.includes('|') || text.includes('+') }
}

/**
 * Find the table-like blocks of a text document, by their shape alone, and read each into a grid.
 *
 * `first` and `last` are the document's lines, 1-based and inclusive. `signs` tells what the file holds at all, where that
 * is known. Grids come in the order they are printed, then the regions that are too wide to be read, as grids of no rows.
 */
export function* findTextGrids(
  printed: readonly string[],
  first: number,
  last: number,
  signs: Signs = { tabs: true, strokes: true },
): Generator<Grid, undefined> {
  const boxless = signs.strokes ? blankBoxes(printed, first - 1, last) : null
  const lines = boxless ?? printed
  const expanded = signs.tabs ? expandTabs(lines, first - 1, last) : null
  const scan = scanLines(expanded?.lines ?? lines, first - 1, last)
  const grids = findGridsAbreast(scan)
  if (expanded === null) yield* grids
  else for (const grid of grids) yield mapPlaces(grid, expanded.placeBack)
  yield* findUnreadRegions(printed, [...scan.unread, ...(expanded?.unread ?? [])])
}

/** The grids of lines, those that stand side by side from left to right. */
function* findGridsAbreast(scan: ScannedLines): Generator<Grid, undefined> {
  const unfolded = unfoldAbreast(scan)
  if (unfolded === null) return yield* findGridsIn(scan)
  const { scan: lines, placeBack } = unfolded
  for (const grid of findGridsIn(lines)) yield mapPlaces(grid, placeBack)
  for (const index of lines.unread)
    scan.unread.push(placeBack({ line: index + 1, start: 1, end: 1 }).line - 1)
}

function* findGridsIn(scan: ScannedLines): Generator<Grid, undefined> {
  const runs = findClassRuns(scan)
  if (runs.length === 0) return yield* readBlocks(scan)
  const grids = [...readBlocks(scan)]
  const floors = grids.map(grid => lastLineOf(grid) - 1)
  let passed = 0
  const classes = runs.flatMap(run => {
    while ((floors[passed] ?? scan.last) < (run[0]?.index ?? 0)) passed++
    return readClassTable(scan, run, floors[passed - 1] ?? scan.first - 1) ?? []
  })
  yield* [...grids, ...classes].sort((a, b) => a.at.line - b.at.line)
}

/** Every block is read once it is known where the next begins. */
function* readBlocks(scan: ScannedLines): Generator<Grid, undefined> {
  let above: Above = { floor: scan.first - 1, held: null }
  let block: Block | null = null
  for (const next of findBlocks(scan)) {
    if (next.isLone) {
      if (!isTableOfOneRow(scan, next, block?.rows.at(-1)?.index ?? scan.first - 1)) continue
      if (block?.loose?.index === next.rows[0]?.index) delete block?.loose
    }
    if (block !== null) {
      const { grid, held } = readBlock(scan, block, above, next.rows[0]?.index ?? scan.last)
      above = { floor: lastLineOf(grid) - 1, held }
      yield grid
    }
    block = next
  }
  if (block !== null) yield readBlock(scan, block, above, scan.last).grid
}

/** Do the words over a row by itself make it a table? It is read as one to see them. */
function isTableOfOneRow(scan: ScannedLines, block: Block, floor: number): boolean {
  const [only] = block.rows
  if (only === undefined || !mayNameSums(textOver(scan, only, floor))) return false
  const above = { floor, held: null }
  return isLoneRowOfPool(readBlock(scan, block, above, only.index + 1).grid)
}

/** The lines over a row that may be its header, as one text. */
function textOver(scan: ScannedLines, { index }: RowLine, floor: number): string {
  return findHeaderLines(scan, index - 1, floor)
    .map(line => textAt(scan, line))
    .join(' ')
}

/** The last line of the table before, and its header, which holds on for tables below it that print a title alone. */
type Above = { floor: number; held: HeldHeader | null }

/** One block as a grid, and the header that it leaves to the next; `ceiling` is the first row of that. */
function readBlock(
  scan: ScannedLines,
  found: Block,
  { floor, held }: Above,
  ceiling: number,
): { grid: Grid; held: HeldHeader | null } {
  const block = placeLabelsAbove(scan, found, floor)
  placeMarks(block.rows, (row, mark) => {
    if (row.to > row.from) row.to = mark.end
  })
  const isRanked = passOverRanks(scan.lines, block.rows)
  partFigureLabels(scan, block.rows)
  partBoundLabels(scan, block.rows)
  const counted = upToTotal(block)
  const places = withSparseColumns(findColumnSets(counted, printedPage(scan, block, floor)), counted)
  const [columns] = places.sets
  const figuresAt = columns[0]?.start ?? 0
  const [first] = block.rows
  const isHeading = findHeadingsBetween(scan, block, figuresAt)
  const terms = { figuresAt, isHeading, last: block.totalAt ?? ceiling, next: ceiling }
  const told = first === undefined || first.over !== undefined ? [] : findLeadWords(scan, first, floor, terms)
  const readUnder = (words: readonly number[]) =>
    readRows(scan, { ...block, between: [...words, ...block.between] }, places)
  const under = readUnder(told)
  const lead = told.length > 0 ? told : findFirstHeading(scan, block, under.rows, figuresAt)
  const { rows, tail, below, last } = lead.length === told.length ? under : readUnder(lead)
  const labels = extentOfLabels(rows, columns)
  const firstRow = lead[0] ?? first?.over ?? first?.index ?? 0
  const undivided = places.isPacked ? findUndivided(scan, firstRow, floor, columns.length) : []
  const bottom = undivided[0] ?? firstRow
  const over = findTopLines(scan, bottom, floor, { labelEnd: labels.end, columns })
  const own = undivided.length === 0 ? over : { ...over, header: [], title: [...over.title, ...over.header] }
  const isHeld = held !== null && undivided.length === 0 && holdsOn(scan, held, own, lead, columns)
  const top = isHeld ? { ...own, header: [], title: [...own.title, ...own.header] } : own
  const header = isHeld
    ? { ...headTable(scan, held.header, places.sets, labels, held.end), stub: null }
    : withoutRanksIn(headTable(scan, top.header, places.sets, labels, last), isRanked)
  const orphan = findOrphan(scan, top.top < 0 ? firstRow : top.top, floor)
  const table = { title: linesOf(scan, top.title), ...header, rows: pairLabels(scan, header, rows) }
  const grid = {
    headings: linesOf(scan, top.headings),
    ...(top.isTitleBelow && { isTitleBelow: top.isTitleBelow }),
    ...(undivided.length > 0 && { undivided: linesOf(scan, undivided) }),
    ...(orphan.length > 0 && { orphan: linesOf(scan, orphan) }),
    ...table,
    tail,
    ...(below.length > 0 && { below }),
    notes: readNotes(scan, last + 1, ceiling, mark => printsMark(table, mark)),
    at: placeOf(scan, undivided[0] ?? firstLine(top, firstRow), last),
  }
  return { grid, held: block.totalAt === null ? null : isHeld ? held : holdHeader(top.header, columns) }
}

/** The header of a table, of which figures may be printed in brackets behind others. */
function headTable(
  scan: ScannedLines,
  header: readonly number[],
  sets: ColumnSets['sets'],
  labels: Extent,
  last: number,
): Header {
  if (!hasShares(sets)) return readHeader(scan, header, sets, labels, last)
  return partShares(readHeader(scan, header, joinShares(sets), labels, last), sets)
}

/** What is printed beside the figures of a block, looked at only where they leave open what columns there are. */
function printedPage(scan: ScannedLines, { rows }: Block, floor: number): PrintedPage {
  const firstRow = rows[0]?.index ?? scan.first
  return {
    textOf: ({ index }, from, to) => (scan.lines[index] ?? '').slice(from, to),
    isHeaded: (columns, first) =>
      findHeaderLines(scan, firstRow - 1, floor).some(index => {
        const [stub, own, ...others] = splitFragments(scan, index)
        if (stub === undefined || own === undefined || others.length !== columns - 1) return false
        return stub.end < first.start && own.start < first.end && own.end > first.start
      }),
  }
}

/** Is a line one of those that head the rows below them, or set as they are? */
function findHeadingsBetween(
  scan: ScannedLines,
  { rows, between }: Block,
  figuresAt: number,
): (index: number) => boolean {
  if (between.length === 0) return () => false
  const labels = rows.map(row => ({
    line: row.index,
    start: row.from,
    text: row.to > row.from ? labelTextOf(scan, row) : figureLabelOf(scan, row, figuresAt),
    figures: row.atoms.map(({ start, end }) => (scan.lines[row.index] ?? '').slice(start, end)),
  }))
  const words = between
    .map(index => ({ line: index, start: fromAt(scan, index), text: textAt(scan, index) }))
    .filter(({ text }) => !opensLabel(text))
  const starts = new Set([...findGroupHeadings(labels, words)].map(index => fromAt(scan, index)))
  return index => starts.has(fromAt(scan, index))
}

/** The rows with the words of their labels, where these stand in two columns under two of the header. */
function pairLabels(scan: ScannedLines, { stubPair }: Header, rows: GridRow[]): GridRow[] {
  if (stubPair === undefined) return rows
  const [, beside] = stubPair
  return rows.map(row => {
    const [first, second, ...more] = piecesOf(scan, row)
    const isPair = first !== undefined && second !== undefined && more.length === 0
    return isPair && first.at.end <= beside.at.start && second.at.start < beside.at.end
      ? { ...row, labelPair: [first, second] }
      : row
  })
}

/**
 * The line right above the first row that heads it as others head the rows below, though it is set like the last line of the
 * header over the labels: rows further below have headings, and those before them none.
 *
 * > State                Loans     Balance
 *   Fixed Rate
 *   Colorado                12    1,200.00
 *   Hybrid ARM
 *   Georgia                  7      700.00
 */
function findFirstHeading(
  scan: ScannedLines,
  { rows: [first], between }: Block,
  read: readonly GridRow[],
  figuresAt: number,
): number[] {
  const isHeaded = ({ group, open }: GridRow) => group !== null || open !== undefined
  const [top, ...others] = read
  if (first === undefined || top === undefined || isHeaded(top) || !others.some(isHeaded)) return []
  const own = first.index - 1
  const isLeft = shapeAt(scan, own) === 'text' && toAt(scan, own) <= figuresAt
  const isUnderHeader = shapeAt(scan, own - 1) === 'text' && toAt(scan, own - 1) > figuresAt
  const isSetAlike = between.some(index => fromAt(scan, index) === fromAt(scan, own))
  return isLeft && isUnderHeader && isSetAlike ? [own] : []
}

/** The figures of a row that are its label, for they stand left of the columns; null where none does. */
function figureLabelOf(scan: ScannedLines, { index, atoms }: RowLine, figuresAt: number): string | null {
  const own = atoms.filter(({ end }) => end <= figuresAt)
  const [first, last] = [own[0], own.at(-1)]
  return first && last ? (scan.lines[index] ?? '').slice(first.start, last.end) : null
}

function withoutRanksIn(header: Header, isRanked: boolean): Header {
  const { stub } = header
  return stub && isRanked ? { ...header, stub: { ...stub, text: withoutRankWord(stub.text) } } : header
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
