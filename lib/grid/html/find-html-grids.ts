import { type Cell, type Grid, spanPlaces } from '../grid.ts'
import { isFurniture } from '../text/find-header.ts'
import { findTextGrids } from '../text/find-text-grids.ts'
import { isProse } from '../text/prose.ts'
import { type HtmlSource, joinHtml, lineAt, placeOf } from './html-source.ts'
import { type Block, type HtmlTable, parseHtml } from './parse-html.ts'
import { readHtmlTable, readNote } from './read-html-table.ts'

/**
 * Find the tables of an HTML document and read each into a grid; preformatted stretches are read as text.
 *
 * A table without a title of its own has the short text right above it. `first` and `last` are the document's lines,
 * 1-based and inclusive. Places point into the markup.
 */
export function findHtmlGrids(lines: readonly string[], first: number, last: number): Grid[] {
  const source = joinHtml(lines, first, last)
  const { tables, blocks, preformatted } = parseHtml(source.text)
  const ordered = blocks.sort((a, b) => a.start - b.start)
  const printed = preformatted.flatMap(({ start, end }) => {
    const line = (offset: number) => first + lineAt(source.lineStarts, offset)
    return findTextGrids(lines, line(start), line(end))
  })
  const read = readTables(source, tables, ordered)
  return [...read, ...printed].sort((a, b) => a.at.line - b.at.line)
}

/** Tables in order, each with the text since the one before; both lists are walked once. */
function readTables(source: HtmlSource, tables: readonly HtmlTable[], blocks: readonly Block[]): Grid[] {
  const grids: Grid[] = []
  let next = 0
  tables.forEach((table, order) => {
    const above: Block[] = []
    for (; (blocks[next]?.start ?? Number.POSITIVE_INFINITY) < table.start; next++) {
      const block = blocks[next]
      if (block !== undefined) above.push(block)
    }
    const grid = readHtmlTable(source, table)
    if (grid === null) return
    const below = blocksBetween(blocks, next, table.end, tables[order + 1]?.start ?? source.text.length)
    grids.push(withSurroundings(source, grid, above, below))
  })
  return grids
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

const MOST_HEADINGS = 12

function withSurroundings(
  source: HtmlSource,
  grid: Grid,
  above: readonly Block[],
  below: readonly Block[],
): Grid {
  const short = above.filter(
    ({ text }) => text.length <= 150 && !isProse(text) && !isFurniture(text) && !isNote(text),
  )
  const lines = short.map(block => toCell(source, block)).slice(-MOST_HEADINGS)
  const nearest = lines[lines.length - 1]
  const isOwn =
    grid.title.length > 0 || nearest === undefined || above[above.length - 1] !== short[short.length - 1]
  const notes = [...grid.notes]
  for (const block of below) {
    const note = readNote(toCell(source, block))
    if (note === null) break
    notes.push(note)
  }
  if (isOwn || nearest === undefined) return { ...grid, headings: lines, notes }
  return {
    ...grid,
    title: [nearest],
    headings: lines.slice(0, -1),
    notes,
    at: spanPlaces(nearest.at, grid.at),
  }
}

const isNote = (text: string) => /^(?:\(\d{1,2}\)|\[\d{1,2}\]|\*)/.test(text)

function toCell(source: HtmlSource, { text, start, end }: Block): Cell {
  return { text, at: placeOf(source, start, end) }
}
