import { type Cell, type Grid, spanPlaces } from '../grid.ts'
import { printsMark } from '../prints-mark.ts'
import { speaksOfExtremes } from '../speaks-of-extremes.ts'
import { isFurniture } from '../text/find-header.ts'
import { isProse } from '../text/prose.ts'
import { type HtmlSource, placeOf } from './html-source.ts'
import { isNoteText, readNote } from './note.ts'
import type { Block } from './parse-html.ts'
import { titleLines } from './title-lines.ts'

const MOST_HEADINGS = 12
const LONGEST_HEADING = 150

/**
 * A grid with what the text around its table says: title and headings above it, averages, extremes and notes below.
 *
 * > <P>LOAN GROUP 1</P> <P><B>Mortgage Rates</B></P>            heading, title
 *   <TABLE>…</TABLE>
 *   <P>Minimum: 5.750</P> <P>(1) As of the cut-off date.</P>    tail, note
 *
 * Page numbers are passed over on both sides. The place of the grid reaches from its title to the end of its tail.
 */
export function withSurroundings(
  source: HtmlSource,
  grid: Grid,
  above: readonly Block[],
  below: readonly Block[],
): Grid {
  const printed = printedAbove(above)
  const short = printed.filter(isHeading)
  const near = short.slice(-MOST_HEADINGS)
  const title = titleLines(source, near).map(block => toCell(source, block))
  const { tail, notes } = readBelow(source, below, mark =>
    printsMark({ ...grid, title: [...title, ...grid.title] }, mark),
  )
  const under = {
    tail: [...grid.tail, ...tail],
    notes: [...grid.notes, ...notes],
    at: spanPlaces(grid.at, tail[tail.length - 1]?.at ?? grid.at),
  }
  const lines = near.map(block => toCell(source, block))
  const isOver = printed[printed.length - 1] === short[short.length - 1]
  if (grid.title.length > 0 || title[0] === undefined || !isOver)
    return { ...grid, ...under, headings: [...lines, ...grid.headings] }
  const orphan = findOrphan(source, above, title.length)
  return {
    ...grid,
    ...under,
    title,
    ...(orphan.length > 0 && { orphan }),
    headings: [...lines.slice(0, -title.length), ...grid.headings],
    at: spanPlaces(title[0].at, under.at),
  }
}

/** The heading before a page number, where the title is all that stands behind that: a line may run over every page. */
function findOrphan(source: HtmlSource, above: readonly Block[], lines: number): Cell[] {
  const page = above.findLastIndex(({ text }) => isFurniture(text))
  if (page < 0 || printedAbove(above.slice(page + 1)).length !== lines) return []
  const before = printedAbove(above.slice(0, page))
  const headings = before.slice(before.findLastIndex(block => !isHeading(block)) + 1)
  return titleLines(source, headings).map(block => toCell(source, block))
}

/** What stands above a table and is no page number. */
export function printedAbove(above: readonly Block[]): Block[] {
  return above.filter(({ text }) => !isFurniture(text) && !isRule(text))
}

const isRule = (text: string) => /^[-_=*. ]+$/.test(text.slice(0, 200))

/** Words that can head a table: neither prose nor what belongs to the table before. */
function isHeading({ text }: Block): boolean {
  return text.length <= LONGEST_HEADING && !isProse(text) && !isNoteText(text) && !speaksOfExtremes(text)
}

/**
 * Averages and extremes, and notes, up to the first words that are neither. A mark may stand in a block of its own before
 * the text of its note.
 */
function readBelow(
  source: HtmlSource,
  below: readonly Block[],
  prints: (mark: string) => boolean,
): Pick<Grid, 'tail' | 'notes'> {
  const tail: Cell[] = []
  const notes: Grid['notes'] = []
  for (const block of below) {
    if (block.text === '') continue
    const cell = toCell(source, block)
    const note = readNote(cell, prints)
    const last = notes[notes.length - 1]
    if (note !== null) notes.push(note)
    else if (last?.text === '')
      notes[notes.length - 1] = { ...last, text: cell.text, at: spanPlaces(last.at, cell.at) }
    else if (notes.length === 0 && speaksOfExtremes(block.text) && !isProse(block.text)) tail.push(cell)
    else if (!isRule(block.text)) break
  }
  return { tail, notes }
}

function toCell(source: HtmlSource, { text, start, end }: Block): Cell {
  return { text, at: placeOf(source, start, end) }
}
