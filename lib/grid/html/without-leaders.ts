import type { Cell } from '../grid.ts'

/** Signs that lead from a label to its figures: points, and strokes that fewer of mean something by themselves. */
const LEADER = /(?:(?:[._·•] ?){3,}|… ?|(?:([-*=~–—]) ?)(?:\1 ?){4,})+$/
/** The last characters of leaders. Saves time: most labels end otherwise. */
const ENDS = new Set([...'._·•…-*=~–—'])

/**
 * A label without the signs that lead from it to its figures: `California . . . . .`, `6.000......`, `Nevada…`, `Utah ____`,
 * `Ohio - - - - -`.
 *
 * Its place keeps them; one full stop ends an abbreviation.
 */
export function withoutLeaders(label: Cell): Cell {
  const text = label.text.trimEnd()
  if (!ENDS.has(text.charAt(text.length - 1))) return label
  const found = LEADER.exec(text)
  return found === null || found.index === 0
    ? label
    : { text: text.slice(0, found.index).trimEnd(), at: label.at }
}
