import { isRuleOrBlank, splitCells, type TextCell, type TextLine } from './text-lines.ts'

/** A cell of the cover with the index of its line. */
export type CoverCell = TextCell & { index: number }

/** How far above its caption a value may stand, in lines that print something. */
const MOST_LINES_ABOVE = 4

/** The first cell of the cover that a caption's pattern matches. */
export function findCaption(lines: TextLine[], caption: RegExp): CoverCell | null {
  for (const [index, line] of lines.entries()) {
    if (line.text === '' || !caption.test(line.text)) continue
    const cell = splitCells(line.text).find(each => caption.test(each.text))
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
    const text = lines[index]?.text ?? ''
    if (isRuleOrBlank(text)) {
      if (stack.length > 0) break
      continue
    }
    printed += 1
    const cell = splitCells(text).find(each => overlaps(each, caption))
    if (cell !== undefined) stack.unshift({ ...cell, index })
    else if (stack.length > 0) break
  }
  return stack
}

function overlaps(one: TextCell, other: TextCell): boolean {
  return one.from < other.to && other.from < one.to
}
