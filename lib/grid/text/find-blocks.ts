import { addAll } from '../../add-all.ts'
import { isTotalLabel, isTotalOf } from '../total-label.ts'
import { isFurniture, isFurnitureAt } from './find-header.ts'
import { splitFragments } from './fragments.ts'
import { continuesLabel } from './label-words.ts'
import { isLinedUp } from './line-up.ts'
import type { RowLine } from './row-atoms.ts'
import { readRowLine } from './row-line.ts'
import {
  codedAt,
  fromAt,
  rowsOf,
  type ScannedLines,
  shapeAt,
  startsNote,
  textAt,
  toAt,
} from './scan-lines.ts'
import { findTotalBelow } from './sums-below.ts'

/**
 * Rows that stand together, and the lines of words between them. `wholeAt` where sums of groups are added up; `loose` a row
 * by itself under the columns, below words that end the table. `isLone` is a single row, a table only where words over it
 * say so.
 */
export type Block = {
  rows: RowLine[]
  between: number[]
  totalAt: number | null
  wholeAt?: number
  loose?: RowLine
  isLone?: true
}

/** As many blank lines, and lines of a wrapped label or group heading, may stand between two rows of one table. */
const MOST_BLANKS = 3
const MOST_WORDS = 3
/** So many lines may stand between two rows at the end of a page, and so many of them be a running header. */
const MOST_LINES_OVER_PAGE = 16
const MOST_RUNNING = 2
const MOST_IN_LABEL = 2
/** A page number, a running header, the title and a header of eight lines stand between two parts of a table. */
const MOST_LINES_BETWEEN_PARTS = 40

/**
 * Gather rows into blocks, one for each table.
 *
 * A block goes on over blank lines, rules and short lines that keep to the label side. It ends at a page break, at
 * words that reach over the figures (the next header or title), at a note, and at any words after its total. A single
 * row is one where a page break cuts it off a table; any other is given as `isLone`.
 */
export function* findBlocks(scan: ScannedLines): Generator<Block, undefined> {
  let above: Block | null = null
  let block: Block | null = null
  for (const below of gatherRows(scan)) {
    if (block !== null) {
      if (isTable(scan, block, above, below)) yield withLoose(block, below)
      else if (mayBeLone(block)) yield { ...block, isLone: true }
    }
    above = block
    block = below
  }
  if (block === null) return
  if (isTable(scan, block, above, null)) yield block
  else if (mayBeLone(block)) yield { ...block, isLone: true }
}

/** A label and a figure at the least; the label may be a figure, too. Saves time: what is less becomes no table later. */
function mayBeLone({ rows: [only] }: Block): boolean {
  return only !== undefined && (only.to > only.from || only.atoms.length > 1)
}

/** All rows, those in a block that stand together. */
function* gatherRows(scan: ScannedLines): Generator<Block, undefined> {
  let block: Block | null = null
  for (const row of rowsOf(scan)) {
    if (isFurnitureAt(scan, row.index)) continue
    const between: number[] | null = block === null ? null : wordsBetween(scan, block, row)
    if (block === null || between === null) {
      if (block !== null) yield block
      block = { rows: [], between: [], totalAt: null }
    } else {
      if (between.length > 0) block.totalAt = null
      addAll(block.between, between)
    }
    if (opensBelow(scan, block, row) || isBelowGroups(scan, block, row)) block.totalAt = null
    const isTotal = block.totalAt === null && isTotalRow(scan, block, row)
    block.rows.push(row)
    if (isTotal && !isOfGroup(scan, block, row)) block.totalAt = row.index
  }
  if (block !== null) yield block
}

/** A first row ends no table where rows go on right below it or its rule: a profile may open with "Total Balance". */
function opensBelow(scan: ScannedLines, { rows, totalAt }: Block, row: RowLine): boolean {
  if (rows.length !== 1 || totalAt === null) return false
  let index = totalAt + 1
  while (shapeAt(scan, index) === 'rule') index++
  return row.index === index
}

/** Below a sum of the last group, without a label, that of all follows: it says so, or has no label either. */
function isBelowGroups(scan: ScannedLines, { rows, between, totalAt }: Block, row: RowLine): boolean {
  const last = rows.at(-1)
  if (last === undefined || last.index !== totalAt || between.length === 0) return false
  if (last.to > last.from) return false
  if (row.to === row.from) return row.atoms.length === last.atoms.length
  return isTotalLabel((scan.lines[row.index] ?? '').slice(row.from, row.to))
}

/**
 * Rows are a table, and a single row is when it is a part of one that a page break cuts: about as many figures as the row
 * beyond the break.
 */
function isTable(scan: ScannedLines, { rows }: Block, above: Block | null, below: Block | null): boolean {
  if (rows.length > 1) return true
  const [only] = rows
  if (only === undefined || only.atoms.length < 2) return false
  return isOverPage(scan, only, below?.rows[0]) || isOverPage(scan, above?.rows.at(-1), only)
}

/** So many lines at most stand between a table and a row by itself that is set under its columns. */
const MOST_TO_LOOSE = 6

function withLoose(block: Block, { rows: [row, ...others] }: Block): Block {
  const last = block.rows.at(-1)
  if (last === undefined || row === undefined || others.length > 0 || row.atoms.length < 2) return block
  const isUnder = row.index - last.index <= MOST_TO_LOOSE && standsUnder(last, row)
  return isUnder ? { ...block, loose: row } : block
}

function isOverPage(scan: ScannedLines, above: RowLine | undefined, below: RowLine | undefined): boolean {
  if (above === undefined || below === undefined) return false
  // Figures that belong to labels are not told apart yet.
  if (Math.abs(above.atoms.length - below.atoms.length) > 2) return false
  if (below.index - above.index > MOST_LINES_BETWEEN_PARTS) return false
  for (let index = above.index + 1; index < below.index; index++)
    if (shapeAt(scan, index) === 'page') return true
  return false
}

/** The lines of words from the block's last row to the next, or null when the block ends between them. */
function wordsBetween(scan: ScannedLines, block: Block, row: RowLine): number[] | null {
  const last = block.rows[block.rows.length - 1]
  if (last === undefined) return null
  const words: number[] = []
  let blanks = 0
  for (let index = last.index + 1; index < row.index; index++) {
    const shape = shapeAt(scan, index)
    if (shape === 'page' || (shape === 'text' && isFurnitureAt(scan, index)))
      return block.totalAt === null && goesOnOverPage(scan, index, last, row) ? words : null
    if (shape === 'blank') blanks++
    else if (shape === 'text') {
      const isAdded = index < (block.wholeAt ?? 0)
      if (!isAdded && !keepsToLabels(scan, last, index)) return null
      if (block.totalAt !== null && !opensNextGroup(scan, block, index, row)) return null
      if (blanks > 1 && !isAdded && standsAlone(scan, index, row)) return null
      words.push(index)
    } else if (shape === 'tag' && /^\s*<\/?(?:table|caption)/i.test(scan.lines[index] ?? '')) return null
    if (blanks > MOST_BLANKS || words.length > MOST_WORDS) return null
  }
  return words
}

/** Is a sum, the last row so far, of some of the table, which another below it adds up with others? */
function isOfGroup(scan: ScannedLines, block: Block, row: RowLine): boolean {
  if (block.wholeAt !== undefined && row.index < block.wholeAt) return true
  const wholeAt = findTotalBelow(scan, block.rows)
  if (wholeAt !== null) block.wholeAt = wholeAt
  return wholeAt !== null
}

/**
 * Does a line head the next group of rows, after a sum without a label that is of the group before? So it does where that
 * one was headed alike: by words in the same place, less deep than its rows or with a colon.
 *
 * >  Fixed:
 *      30 Year        120     9,000,000
 *      15 Year        160    24,000,000
 *                     280    33,000,000
 *    Adjustable:
 *      2/28            60    15,000,000
 */
function opensNextGroup(scan: ScannedLines, block: Block, index: number, row: RowLine): boolean {
  const { rows, between, totalAt } = block
  const [first] = rows
  const sum = rows.at(-1)
  if (first === undefined || sum?.index !== totalAt || sum.to > sum.from) return false
  const before = between.at(-1) ?? first.index - 1
  if (before < scan.first || shapeAt(scan, before) !== 'text') return false
  let top = rows.length - 1
  while (top > 0 && (rows[top - 1]?.index ?? before) > before) top--
  const below = rows[top] ?? first
  const isHeading = (line: number, under: RowLine) =>
    fromAt(scan, line) < under.from || textAt(scan, line).endsWith(':')
  const isAlike =
    fromAt(scan, index) === fromAt(scan, before) && isHeading(index, row) && isHeading(before, below)
  return isAlike && !comesToSame(scan, sum, row)
}

/** So many lines may stand between the first row of a table and its sum, to be held against the sum above. */
const MOST_TO_SUM = 60

/** Are the rows from one on summed up to what the rows above are: another table of the same loans? */
function comesToSame(scan: ScannedLines, sum: RowLine, row: RowLine): boolean {
  const end = Math.min(scan.last, row.index + MOST_TO_SUM)
  for (let index = row.index + 1; index < end; index++) {
    const shape = shapeAt(scan, index)
    if (shape === 'blank' || shape === 'rule') continue
    const below =
      shape === 'text'
        ? readRowLine(codedAt(scan, index), index, fromAt(scan, index), toAt(scan, index))
        : null
    if (below === null) return false
    if (below.to === below.from) return withoutBlanks(scan, below) === withoutBlanks(scan, sum)
  }
  return false
}

const withoutBlanks = (scan: ScannedLines, { index }: RowLine) => textAt(scan, index).replace(/[\s$]+/g, ' ')

/** Is the line parted from the row below by a blank line, and that row set no deeper: the title of another table? */
function standsAlone(scan: ScannedLines, index: number, row: RowLine): boolean {
  return shapeAt(scan, index + 1) === 'blank' && row.from <= fromAt(scan, index)
}

/**
 * Do rows go on below the end of a page as they were, with nothing between but its number and what runs over every page?
 *
 * >   5.625 - 5.749           12       1,200,000.00
 *
 *                         S-31
 *            Some Mortgage Trust 2005-2
 *
 *     5.750 - 5.874            5         800,000.00
 */
function goesOnOverPage(scan: ScannedLines, from: number, above: RowLine, below: RowLine): boolean {
  if (below.index - from > MOST_LINES_OVER_PAGE || !standsUnder(above, below)) return false
  let running = 0
  for (let index = from; index < below.index; index++) {
    const shape = shapeAt(scan, index)
    if (shape === 'tag') return false
    if (shape !== 'text' || isFurnitureAt(scan, index)) continue
    if (++running > MOST_RUNNING || index + 1 === below.index || heads(scan, index, above)) return false
  }
  return true
}

/** So many pieces at most stand on a line that runs over every page: left, in the middle and right. */
const MOST_PIECES = 3

/** Does the line stand over figures as the words of a header do: more pieces than a running line has, or two in line? */
function heads(scan: ScannedLines, index: number, { to, atoms }: RowLine): boolean {
  const pieces = splitFragments(scan, index)
  const line = scan.lines[index] ?? ''
  const words = pieces.filter(({ start, end }) => !isFurniture(line.slice(start, end)))
  const linedUp = words.filter(piece => piece.start > to && isLinedUp(piece, atoms)).length
  // One may stand in line with a column by chance.
  return words.length > MOST_PIECES || linedUp >= Math.min(2, atoms.length)
}

/** Do the same figures end in the same places, a sign or two aside? More may be parts of a label. */
function standsUnder(above: RowLine, below: RowLine): boolean {
  const [many, few] = above.atoms.length < below.atoms.length ? [below, above] : [above, below]
  const extra = many.atoms.length - few.atoms.length
  if (extra > MOST_IN_LABEL) return false
  return few.atoms.every(({ end }, order) => Math.abs(end - (many.atoms[order + extra]?.end ?? 0)) <= 2)
}

/** Do the words end before the figures of the row begin? */
function keepsToLabels(scan: ScannedLines, row: RowLine, index: number): boolean {
  const figures = row.to > row.from ? row.atoms[0] : (row.atoms[1] ?? row.atoms[0])
  return figures !== undefined && toAt(scan, index) <= figures.start && !startsNote(scan, index)
}

/** A total says so, or has no label where rows before it have one. */
function isTotalRow(scan: ScannedLines, block: Block, row: RowLine): boolean {
  const line = scan.lines[row.index] ?? ''
  if (row.to > row.from)
    return (
      isTotalLabel(line.slice(row.from, row.to)) &&
      !isSubtotal(line, row.from) &&
      !isTotalOfGroup(scan, block, row)
    )
  const above = block.rows[block.rows.length - 1]
  if (above === undefined) return false
  const figures = above.to > above.from ? above.atoms.length : above.atoms.length - 1
  return row.atoms.length <= figures && !hasLabelAbove(scan, above, row)
}

const SUBTOTAL = /sub-? ?totals?\b/iy

/** The sum of a section, which rows of the next may follow. */
function isSubtotal(line: string, from: number): boolean {
  SUBTOTAL.lastIndex = from
  return SUBTOTAL.test(line)
}

/** So many lines above the first row may hold the heading of the first group. */
const MOST_ABOVE = 3

/** Does a total name the words over the rows that it adds up? Rows of another group may follow it. */
function isTotalOfGroup(scan: ScannedLines, { rows, between }: Block, row: RowLine): boolean {
  const label = (scan.lines[row.index] ?? '').slice(row.from, row.to).trim()
  const first = rows[0]?.index ?? row.index
  const heading = between.at(-1)
  if (heading !== undefined) return isTotalOf(label, textAt(scan, heading))
  for (let index = first - 1; index >= Math.max(scan.first, first - MOST_ABOVE); index--)
    if (shapeAt(scan, index) === 'text') return isTotalOf(label, textAt(scan, index))
  return false
}

/** Do the words on the line right above belong to this row, and not to the label of the row before them? */
function hasLabelAbove(scan: ScannedLines, above: RowLine, row: RowLine): boolean {
  const index = row.index - 1
  if (index === above.index || shapeAt(scan, index) !== 'text') return false
  const label = (scan.lines[above.index] ?? '').slice(above.from, above.to)
  const isIndented = above.to > above.from && fromAt(scan, index) > above.from
  return !isIndented && !continuesLabel(label, textAt(scan, index))
}
