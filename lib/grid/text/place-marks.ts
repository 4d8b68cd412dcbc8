import { type ColumnExtent, findColumns } from './find-columns.ts'
import type { Atom, RowLine } from './row-atoms.ts'

/** How far a mark may stand off the figures of its column: where their percent sign does. */
const MOST_STRAY = 2

/**
 * Tell marks that stand in a figure's place from those of the figure before them, by the columns of the rows without marks.
 * `takeMark` is told of a mark before all figures, which belongs to the label.
 *
 * > 6.01% - 7.00%           1           *     17,197.79         *      in a figure's place
 *   7.01% - 9.00%         400      26.67%    337,296.37    26.65%
 *   9.01% - 12.00%      1,099      73.27%    257,577.21    73.32%  *   a mark
 */
export function placeMarks<A extends Atom, R extends Omit<RowLine, 'atoms'> & { atoms: A[] }>(
  rows: readonly (R & { atoms: A[] })[],
  takeMark: (row: R, mark: A) => void,
): void {
  const marked = rows.filter(({ hasMarks }) => hasMarks)
  if (marked.length === 0) return
  const columns = findColumns(withoutMarks(rows, marked))
  for (const row of marked) {
    const [first] = row.atoms
    const kept = row.atoms.filter(atom => !atom.isMark || standsForFigure(atom, row.atoms, columns))
    if (first?.isMark && !kept.includes(first)) takeMark(row, first)
    row.atoms = kept
  }
}

/** The rows that have no marks; where all have, their figures alone. */
function withoutMarks(rows: readonly RowLine[], marked: readonly RowLine[]): RowLine[] {
  if (marked.length < rows.length) return rows.filter(({ hasMarks }) => !hasMarks)
  return rows.map(row => ({ ...row, atoms: row.atoms.filter(({ isMark }) => !isMark) }))
}

/** Does the mark stand in a column, and no figure of the row with it? */
function standsForFigure(mark: Atom, atoms: readonly Atom[], columns: readonly ColumnExtent[]): boolean {
  const own = columns.find(({ start, end }) => mark.start < end + MOST_STRAY && mark.end > start - MOST_STRAY)
  if (own === undefined) return false
  return !atoms.some(atom => atom !== mark && atom.start < own.end && atom.end > own.start)
}
