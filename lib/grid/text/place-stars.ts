import { type ColumnExtent, findColumns } from './find-columns.ts'
import type { Atom, RowLine } from './row-line.ts'

/** How far stars may stand off the figures of their column: where their percent sign does. */
const MOST_STRAY = 2

/**
 * Tell stars that stand in a figure's place from those that mark the figure before them, by the columns of the rows
 * without stars. `takeMark` is told of a mark before all figures, which belongs to the label.
 *
 * > 6.01% - 7.00%           1           *     17,197.79         *      in a figure's place
 *   7.01% - 9.00%         400      26.67%    337,296.37    26.65%
 *   9.01% - 12.00%      1,099      73.27%    257,577.21    73.32%  *   a mark
 */
export function placeStars<A extends Atom, R extends Omit<RowLine, 'atoms'> & { atoms: A[] }>(
  rows: readonly (R & { atoms: A[] })[],
  takeMark: (row: R, mark: A) => void,
): void {
  const starred = rows.filter(({ hasStars }) => hasStars)
  if (starred.length === 0) return
  const plain = starred.length < rows.length ? rows.filter(({ hasStars }) => !hasStars) : rows
  const columns = findColumns(plain)
  for (const row of starred) {
    const [first] = row.atoms
    const kept = row.atoms.filter(atom => !atom.isStars || standsForFigure(atom, row.atoms, columns))
    if (first?.isStars && !kept.includes(first)) takeMark(row, first)
    row.atoms = kept
  }
}

/** Do the stars stand in a column, and no figure of the row with them? */
function standsForFigure(stars: Atom, atoms: readonly Atom[], columns: readonly ColumnExtent[]): boolean {
  const own = columns.find(
    ({ start, end }) => stars.start < end + MOST_STRAY && stars.end > start - MOST_STRAY,
  )
  if (own === undefined) return false
  return !atoms.some(atom => atom !== stars && atom.start < own.end && atom.end > own.start)
}
