import { addAll } from '../../add-all.ts'
import type { Grid } from '../grid.ts'
import { endsInTotal, hasSameHeaders, joinRows } from '../join-parts.ts'
import { isLoneRowOfPool } from '../lone-row.ts'
import { speaksOfExtremes } from '../speaks-of-extremes.ts'
import { findAlignedGrids } from './aligned-text.ts'
import { type HtmlSource, joinHtml, lineAt } from './html-source.ts'
import { joinHeadTable } from './join-head-table.ts'
import { joinRowTables } from './join-row-tables.ts'
import { type Block, type HtmlParts, type HtmlTable, parseHtml } from './parse-html.ts'
import { findPreformattedGrids, type LinePart } from './preformatted.ts'
import { readHtmlTable } from './read-html-table.ts'
import { printedAbove, withSurroundings } from './surroundings.ts'
import { joinPieces } from './text-run.ts'

/**
 * Find the tables of an HTML document and read each into a grid; preformatted stretches are read as text.
 *
 * A table without a title of its own has the short text right above it. `first` and `last` are the document's lines,
 * 1-based and inclusive. Places point into the markup. `whole` is the lines joined by `\n`, where that is at hand.
 */
export function findHtmlGrids(lines: readonly string[], first: number, last: number, whole?: string): Grid[] {
  const source = joinHtml(lines, first, last, whole)
  const { tables, blocks, preformatted } = parseHtml(source.text)
  const printed = readPreformatted(lines, source, { tables, blocks, preformatted })
  const read = readTables(source, joinRowTables(tables, blocks), blocks)
  const aligned = findAlignedGrids(source, blocks)
  return [...read, ...printed, ...aligned].sort((a, b) => a.at.line - b.at.line)
}

/** Preformatted text as parts of lines, and where it stands from first to last. */
type Stretches = { parts: LinePart[]; start: number; end: number }

/** The tables of preformatted stretches, the first and last of each with the text around it. */
function readPreformatted(lines: readonly string[], source: HtmlSource, html: HtmlParts): Grid[] {
  const { tables, blocks } = html
  const stretches = joinStretches(source, html)
  const ends = [...tables, ...stretches].map(({ end }) => end).sort((a, b) => a - b)
  const starts = [...tables, ...stretches].map(({ start }) => start).sort((a, b) => a - b)
  let next = 0
  let ended = 0
  let begun = 0
  return stretches.flatMap(({ parts, start, end }) => {
    const own = findPreformattedGrids(lines, parts)
    if (own.length === 0) return []
    while ((ends[ended] ?? Number.POSITIVE_INFINITY) <= start) ended++
    while ((starts[begun] ?? Number.POSITIVE_INFINITY) < end) begun++
    const floor = ends[ended - 1] ?? 0
    while ((blocks[next]?.start ?? Number.POSITIVE_INFINITY) < floor) next++
    const from = next
    while ((blocks[next]?.start ?? Number.POSITIVE_INFINITY) < start) next++
    const above = blocks.slice(from, next)
    const below = blocksBetween(blocks, next, end, starts[begun] ?? source.text.length)
    return own.map((grid, order) =>
      withSurroundings(source, grid, order === 0 ? above : [], order === own.length - 1 ? below : []),
    )
  })
}

/** The parts of lines that stand in preformatted stretches; those that share a line, with no words between, are one. */
function joinStretches(source: HtmlSource, { preformatted, blocks }: HtmlParts): Stretches[] {
  const joined: Stretches[] = []
  let next = 0
  for (const { start, end } of preformatted) {
    const parts = partsOf(source, start, end)
    const before = joined[joined.length - 1]
    const from = before?.end ?? 0
    while ((blocks[next]?.start ?? Number.POSITIVE_INFINITY) < from) next++
    const sharesLine = before?.parts[before.parts.length - 1]?.line === parts[0]?.line
    if (before === undefined || !sharesLine || (blocks[next]?.start ?? Number.POSITIVE_INFINITY) < start)
      joined.push({ parts, start, end })
    else {
      addAll(before.parts, parts)
      before.end = end
    }
  }
  return joined
}

function partsOf(source: HtmlSource, start: number, end: number): LinePart[] {
  const { lineStarts, text, firstLine } = source
  const parts: LinePart[] = []
  const last = lineAt(source, end)
  for (let line = lineAt(source, start); line <= last; line++) {
    const begin = lineStarts[line] ?? 0
    const behind = (lineStarts[line + 1] ?? text.length + 1) - 1
    parts.push({
      line: firstLine + line,
      from: Math.max(start, begin) - begin,
      to: Math.max(Math.min(end, behind), Math.max(start, begin)) - begin,
    })
  }
  return parts
}

/** The tables in order, each with the text since the one before; both lists are walked once. */
function readTables(source: HtmlSource, tables: readonly HtmlTable[], blocks: readonly Block[]): Grid[] {
  const { read, loose } = readEach(source, tables, blocks)
  const texts = loose.length === 0 ? blocks : [...blocks, ...loose].sort((a, b) => a.start - b.start)
  const grids: Grid[] = []
  let next = 0
  read.forEach(({ table, own }, order) => {
    const above: Block[] = []
    for (; (texts[next]?.start ?? Number.POSITIVE_INFINITY) < table.start; next++) {
      const block = texts[next]
      if (block !== undefined) above.push(block)
    }
    const below = blocksBetween(texts, next, table.end, read[order + 1]?.table.start ?? source.text.length)
    own.forEach((grid, part) => {
      const whole = withSurroundings(
        source,
        grid,
        part === 0 ? above : [],
        part === own.length - 1 ? below : [],
      )
      const before = grids[grids.length - 1]
      if (before !== undefined && part === 0 && goesOn(before, whole, above))
        grids[grids.length - 1] = joinRows(before, whole)
      else grids.push(whole)
    })
  })
  return grids
}

/** Are these the rows of the table before, cut off by a page break: without words over them, and that one without a total? */
function goesOn(before: Grid, grid: Grid, above: readonly Block[]): boolean {
  const isBare =
    grid.title.length === 0 && grid.stub === null && grid.columns.every(({ header }) => header === '')
  if (!isBare || endsInTotal(before) || before.columns.length !== grid.columns.length) return false
  return printedAbove(above).length === 0
}

type TableGrids = { table: HtmlTable; own: Grid[] }

/**
 * The tables that hold grids, a header in a table of its own put on the one right below it, and the text of all others:
 * titles and notes stand in tables, too.
 */
function readEach(
  source: HtmlSource,
  tables: readonly HtmlTable[],
  blocks: readonly Block[],
): { read: TableGrids[]; loose: Block[] } {
  const read: TableGrids[] = []
  const loose: Block[] = []
  let unread: HtmlTable | null = null
  let next = 0
  for (const table of tables) {
    const before = read[read.length - 1]
    const floor = unread?.end ?? before?.table.end ?? 0
    while ((blocks[next]?.start ?? Number.POSITIVE_INFINITY) < floor) next++
    const isBelow = unread !== null && (blocks[next]?.start ?? Number.POSITIVE_INFINITY) > table.start
    const joined: HtmlTable | null = isBelow && unread !== null ? joinHeadTable(unread, table) : null
    if (unread !== null && joined === null) for (const row of rowsAsText(unread)) loose.push(row)
    const whole: HtmlTable = joined ?? table
    const own: Grid[] = isTail(whole) ? [] : readHtmlTable(source, whole)
    if (own.length === 0 && unread === null && before !== undefined)
      addAll(own, readLoneRow(source, whole, before, blocksBetween(blocks, next, floor, table.start)))
    if (own.length === 0) addAll(own, readTableOfOneRow(source, whole))
    if (own.length > 0) read.push({ table: whole, own })
    unread = own.length > 0 ? null : whole
  }
  if (unread !== null) for (const row of rowsAsText(unread)) loose.push(row)
  return { read, loose }
}

/** The single row that a page break cuts off the table before, bare or headed again; nothing where it does not go on. */
function readLoneRow(
  source: HtmlSource,
  table: HtmlTable,
  before: TableGrids,
  between: readonly Block[],
): Grid[] {
  const last = before.own[before.own.length - 1]
  if (last === undefined || endsInTotal(last)) return []
  const [row] = readHtmlTable(source, table, 1)
  if (row === undefined || row.rows.length !== 1) return []
  return goesOn(last, row, between) || hasSameHeaders(last, row) ? [row] : []
}

/** The single row of a table that has no other; nothing where the words over it do not make it one. */
function readTableOfOneRow(source: HtmlSource, table: HtmlTable): Grid[] {
  const own = readHtmlTable(source, table, 1)
  return own.length > 0 && own.every(isLoneRowOfPool) ? own : []
}

/** Each row of a table as one text; a cell that fills it alone, line by line. */
function rowsAsText({ rows }: HtmlTable): Block[] {
  return rows
    .flatMap(cells => (cells.length === 1 ? (cells[0]?.lines ?? cells) : [joinPieces(cells)]))
    .filter(({ text }) => text !== '')
}

const MOST_TAIL_ROWS = 6

/** A table of nothing but averages and extremes belongs to the one above it. */
function isTail(table: HtmlTable): boolean {
  if (table.rows.length > MOST_TAIL_ROWS) return false
  const texts = rowsAsText(table)
  return texts.length > 0 && texts.every(({ text }) => speaksOfExtremes(text))
}

const MOST_NOTES = 20

function blocksBetween(blocks: readonly Block[], from: number, start: number, end: number): Block[] {
  const between: Block[] = []
  for (let at = from; at < blocks.length && between.length < MOST_NOTES; at++) {
    const block = blocks[at]
    if (block === undefined || block.start >= end) break
    if (block.start >= start) between.push(block)
  }
  return between
}
