import { isTotalLabel } from '../total-label.ts'
import { continuesLabel } from './label-words.ts'
import type { RowLine } from './row-line.ts'
import { fromAt, type ScannedLines, shapeAt, startsNote, textAt, toAt } from './scan-lines.ts'

/** Rows that stand together, and the lines of words between them. */
export type Block = { rows: RowLine[]; between: number[]; totalAt: number | null }

/** As many blank lines, and lines of a wrapped label or group heading, may stand between two rows of one table. */
const MOST_BLANKS = 3
const MOST_WORDS = 3

/**
 * Gather rows into blocks, one for each table.
 *
 * A block goes on over blank lines, rules and short lines that keep to the label side. It ends at a page break, at
 * words that reach over the figures (the next header or title), at a note, and at any words after its total.
 */
export function findBlocks(scan: ScannedLines): Block[] {
  const blocks: Block[] = []
  let block: Block | null = null
  for (const row of scan.rows) {
    if (isPageNumber(scan, row)) continue
    const between: number[] | null = block === null ? null : wordsBetween(scan, block, row)
    if (block === null || between === null) {
      block = { rows: [], between: [], totalAt: null }
      blocks.push(block)
    } else block.between.push(...between)
    if (block.totalAt === null && isTotalRow(scan, block, row)) block.totalAt = row.index
    block.rows.push(row)
  }
  return blocks.filter(({ rows }) => rows.length > 1)
}

/** The lines of words from the block's last row to the next, or null when the block ends between them. */
function wordsBetween(scan: ScannedLines, block: Block, row: RowLine): number[] | null {
  const last = block.rows[block.rows.length - 1]
  if (last === undefined) return null
  const words: number[] = []
  let blanks = 0
  for (let index = last.index + 1; index < row.index; index++) {
    const shape = shapeAt(scan, index)
    if (shape === 'page') return null
    if (shape === 'blank') blanks++
    else if (shape === 'text') {
      if (block.totalAt !== null || !keepsToLabels(scan, last, index)) return null
      words.push(index)
    } else if (shape === 'tag' && /^\s*<\/?(?:table|caption)/i.test(scan.lines[index] ?? '')) return null
    if (blanks > MOST_BLANKS || words.length > MOST_WORDS) return null
  }
  return words
}

/** Do the words end before the figures of the row begin? */
function keepsToLabels(scan: ScannedLines, row: RowLine, index: number): boolean {
  const figures = row.to > row.from ? row.atoms[0] : (row.atoms[1] ?? row.atoms[0])
  return figures !== undefined && toAt(scan, index) <= figures.start && !startsNote(scan, index)
}

/** A total says so, or has no label where rows before it have one. */
function isTotalRow(scan: ScannedLines, block: Block, row: RowLine): boolean {
  const line = scan.lines[row.index] ?? ''
  if (row.to > row.from) return isTotalLabel(line.slice(row.from, row.to))
  const above = block.rows[block.rows.length - 1]
  if (above === undefined) return false
  const figures = above.to > above.from ? above.atoms.length : above.atoms.length - 1
  return row.atoms.length <= figures && !hasLabelAbove(scan, above, row)
}

/** Do the words on the line right above belong to this row, and not to the label of the row before them? */
function hasLabelAbove(scan: ScannedLines, above: RowLine, row: RowLine): boolean {
  const index = row.index - 1
  if (index === above.index || shapeAt(scan, index) !== 'text') return false
  const label = (scan.lines[above.index] ?? '').slice(above.from, above.to)
  const isIndented = above.to > above.from && fromAt(scan, index) > above.from
  return !isIndented && !continuesLabel(label, textAt(scan, index))
}

/** A small number alone on its line. */
function isPageNumber(scan: ScannedLines, row: RowLine): boolean {
  const only = row.atoms[0]
  if (only === undefined || row.atoms.length > 1 || row.to > row.from) return false
  return only.end - only.start <= 4 && !/[.,%-]/.test((scan.lines[row.index] ?? '').slice(only.start))
}
