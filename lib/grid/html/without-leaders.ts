import type { Cell } from '../grid.ts'

const FEWEST_DOTS = 3

/**
 * A label without the dots that lead from it to its figures: `California . . . . .`, `6.000......`, `Nevada…`.
 *
 * Its place keeps them; one full stop ends an abbreviation.
 */
export function withoutLeaders(label: Cell): Cell {
  const { text } = label
  let dots = 0
  let end = text.length
  for (; end > 0; end--) {
    const last = text[end - 1]
    if (last === '…') dots += FEWEST_DOTS
    else if (last === '.') dots++
    else if (last !== ' ') break
  }
  return dots < FEWEST_DOTS || end === 0 ? label : { text: text.slice(0, end), at: label.at }
}
