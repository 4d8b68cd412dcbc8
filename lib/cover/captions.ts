import { firstThat } from '../ordered.ts'
import { cellsOf, type TextCell, type TextLine } from './text-lines.ts'

/** A cell of the cover with the index of its line. */
export type CoverCell = TextCell & { index: number }

/** How far above its caption a value may stand, in lines that print something. */
const MOST_LINES_ABOVE = 4

/** The first cell of the cover that a caption's pattern matches. */
export function findCaption(lines: TextLine[], caption: RegExp): CoverCell | null {
  for (const [index, line] of lines.entries()) {
    if (line.text === '' || !caption.test(line.text)) continue
    const cell = cellsOf(line).find(each => caption.test(each.text))
    if (cell !== undefined) return { ...cell, index }
  }
  return null
}

/**
 * The cells printed right above a caption, in its columns: the nearest line that has one, and the lines straight above
 * that when values are stacked. Top to bottom; empty when nothing stands there.
 *
 * > Delaware                    333-92152                95-4596516
 *   ---------------------      -----------          -------------------
 *   (State of Incorporation)   (Commission           (I.R.S. Employer
 */
export function findCellsAbove(lines: TextLine[], caption: CoverCell): CoverCell[] {
  const stack: CoverCell[] = []
  let printed = 0
  for (let index = caption.index - 1; index >= 0 && printed < MOST_LINES_ABOVE + stack.length; index -= 1) {
    const line = lines[index]
    const cells = line === undefined ? [] : cellsOf(line)
    if (cells.length === 0) {
      if (stack.length > 0) break
      continue
    }
    printed += 1
    const cell = cells[firstThat(cells, each => each.to > caption.from)]
    if (cell !== undefined && cell.from < caption.to) stack.unshift({ ...cell, index })
    else if (stack.length > 0) break
  }
  return stack
}
