import { isSeveralFigures } from '../figure-words.ts'
import { isDashAt } from './label-bounds.ts'
import type { Atom, RowLine } from './row-atoms.ts'

/** Columns are so many blanks apart at the least, where a dash with a blank beside it joins two figures. */
const FEWEST_BETWEEN = 3

/**
 * Join figures right of others that a dash joins, a blank beside it: several in the place of one.
 *
 * > Retail       10    20,000,000.00     5.25% - 7.50%     1.40x
 *                                        ^           ^
 */
export function joinDashes(text: string, row: RowLine): void {
  const { atoms } = row
  if (!atoms.some(atom => isDashAt(text, atom))) return
  const joined: Atom[] = []
  for (let at = 0; at < atoms.length; at++) {
    const atom = atoms[at]
    if (atom === undefined) break
    const end = joined.length === 0 ? -1 : endOfJoined(text, atoms, at, joined.at(-1)?.end ?? 0)
    joined.push(end < 0 ? atom : { ...atom, end, money: false, percent: false })
    if (end >= 0) at += 2
  }
  row.atoms = joined
}

/** Where figures end that a dash behind the one at `at` joins; -1 where it joins none. */
function endOfJoined(text: string, atoms: readonly Atom[], at: number, before: number): number {
  const [first, dash, second, next] = atoms.slice(at, at + 4)
  if (first === undefined || dash === undefined || second === undefined || !isDashAt(text, dash)) return -1
  const after = next?.from ?? Number.POSITIVE_INFINITY
  const printed = text.slice(first.start, second.end)
  const fewest = WIDE_DASH.test(printed) ? FEWEST_BETWEEN + 1 : FEWEST_BETWEEN
  if (first.from - before < fewest || after - second.end < fewest) return -1
  return isSeveralFigures(printed.replace(WIDE_DASH, '$1-')) ? second.end : -1
}

/** A dash two blanks away from figures with a sign, which no dash in a column of its own stands between: `1.20x  -  2.05x`. */
const WIDE_DASH = /([%x]) {1,2}[-–—] {1,2}(?=\d)/i
