import { isTotalLabel } from '../total-label.ts'
import type { Block } from './find-blocks.ts'
import { continuesLabel } from './label-words.ts'
import type { RowLine } from './row-atoms.ts'
import { fromAt, type ScannedLines, shapeAt, startsNote, textAt, toAt } from './scan-lines.ts'

/**
 * Give rows that print their figures alone the words on the line above as their labels, and leave these out of the lines
 * between rows.
 *
 * > Full Documentation
 *                          100     10,000,000.00     50.00%
 *   Stated Income
 *                           50      5,000,000.00     25.00%
 *   Total                  150     15,000,000.00     75.00%
 *
 * Only where each row without a label, but for the last, has a line of its own, and its first figure stands right of all
 * labels and where rows with a label on their line have theirs: else the first figure is the label, below a heading.
 */
export function placeLabelsAbove(scan: ScannedLines, block: Block, floor: number): Block {
  const { rows, between } = block
  const alone = rows.filter(({ from, to }) => to === from)
  const lines = new Map<RowLine, number>()
  const words = new Set(between)
  for (const row of alone) {
    const above = lineAbove(scan, row.index)
    const isOfBlock = words.has(above) || (row === rows[0] && above > floor)
    if (isOfBlock && shapeAt(scan, above) === 'text' && !startsNote(scan, above)) lines.set(row, above)
  }
  const last = rows.at(-1)
  const overLast = last && lines.get(last)
  if (last !== undefined && overLast !== undefined && !begins(scan, overLast, rows.at(-2))) lines.delete(last)
  const isWhole = alone.every(row => lines.has(row) || row === rows.at(-1))
  if (lines.size === 0 || !isWhole || !standApart(scan, rows, lines)) return block
  for (const [row, over] of lines) {
    row.from = fromAt(scan, over)
    row.to = toAt(scan, over)
    row.over = over
  }
  const taken = new Set(lines.values())
  return { ...block, between: between.filter(index => !taken.has(index)) }
}

/** Do words over the last row begin a label, and end none above? The row may be a sum that has none. */
function begins(scan: ScannedLines, words: number, above: RowLine | undefined): boolean {
  const text = textAt(scan, words)
  if (above === undefined || isTotalLabel(text)) return true
  return fromAt(scan, words) === above.from && !continuesLabel(labelTextOf(scan, above), text)
}

/** One blank line at most stands between a label and its figures. */
function lineAbove(scan: ScannedLines, index: number): number {
  return shapeAt(scan, index - 1) === 'blank' ? index - 2 : index - 1
}

/** Do all figures stand right of all labels, the first of each row in one column with the others? */
function standApart(
  scan: ScannedLines,
  rows: readonly RowLine[],
  lines: ReadonlyMap<RowLine, number>,
): boolean {
  const [sample] = lines.keys()
  const first = sample?.atoms[0]
  if (sample === undefined || first === undefined) return false
  let labelsEnd = 0
  for (const [, over] of lines) labelsEnd = Math.max(labelsEnd, toAt(scan, over))
  let others = 0
  for (const row of rows) {
    const [atom] = row.atoms
    if (atom === undefined) return false
    if (row.to > row.from) {
      labelsEnd = Math.max(labelsEnd, row.to)
      others++
    }
    if (atom.from <= labelsEnd || atom.start >= first.end || atom.end <= first.start) return false
  }
  return others > 0 || lines.size > 1
}

/** The words of a row's label on the line that they stand on; those of its figures, where it has none. */
export function labelTextOf(scan: ScannedLines, { index, from, to, over }: RowLine): string {
  return over === undefined ? (scan.lines[index] ?? '').slice(from, to).trimEnd() : textAt(scan, over)
}
