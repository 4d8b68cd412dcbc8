import type { Atom, RowLine } from './row-atoms.ts'

/** More groups than this a table does not have; further rows go with the first. */
const MOST_GROUPS = 4
/** How far a single figure may stand off the others of its column: totals are often set by hand. */
const MOST_STRAY = 3

/**
 * Part rows with as many figures into groups that stand under each other, the largest first.
 *
 * > Full             268     $ 113,346,210.62
 *   Reduced          338       143,851,992.00
 *                None              20       3,044,811.25       set to the right of the others: a group of its own
 *
 * Only the last `columns` figures of each row count; others belong to its label.
 */
export function groupRows(rows: readonly RowLine[], columns: number): RowLine[][] {
  const groups: RowLine[][] = []
  for (const row of rows) {
    const own = groups.find(group => group[0] !== undefined && standsUnder(row, group[0], columns))
    if (own !== undefined) own.push(row)
    else if (groups.length < MOST_GROUPS) groups.push([row])
    else groups[0]?.push(row)
  }
  return groups.length < 2 ? groups : groups.sort((a, b) => b.length - a.length)
}

/** Does the row stand neither as a whole beside the other, nor any of its figures clearly so? */
function standsUnder({ atoms }: RowLine, { atoms: base }: RowLine, columns: number): boolean {
  // Nearly all rows end each figure where the others do.
  let first = atoms.length - columns
  while (first < atoms.length && atoms[first]?.end === base[first]?.end) first++
  if (first === atoms.length) return true
  let toRight = 0
  let toLeft = 0
  for (let order = atoms.length - columns; order < atoms.length; order++) {
    const off = distance(atoms[order], base[order])
    if (Math.abs(off) > MOST_STRAY) return false
    if (off > 0) toRight++
    if (off < 0) toLeft++
  }
  return toRight < columns && toLeft < columns
}

/** How far a figure both begins and ends to the right of another, or to the left of it where less than 0. */
function distance(atom: Atom | undefined, base: Atom | undefined): number {
  if (atom === undefined || base === undefined) return 0
  const [before, behind] = [atom.start - base.start, atom.end - base.end]
  if (before > 0 && behind > 0) return Math.min(before, behind)
  return before < 0 && behind < 0 ? Math.max(before, behind) : 0
}
