import { type ColumnSets, isPackedRow, moveColumn, placeAtoms } from './find-columns.ts'
import { countLinedUp, findBetterShift } from './line-up.ts'
import type { Atom, RowLine } from './row-atoms.ts'

/** One entry a column, null where the row has none; how many figures the label has; and those of no certain column. */
export type PlacedFigures = { cells: (Atom | null)[]; inLabel: number; astray: Atom[] }

const NONE: Atom[] = []

/**
 * Give each figure of a row its column: the one it stands under; by their order, where a row with a figure in every
 * column stands beside all of them.
 *
 * A row with fewer figures that lines up with the columns only when moved, and then with others, leaves open which
 * columns it means: what reads the same both ways is placed, the rest is astray.
 */
export function placeFigures(row: RowLine, { sets, figures, isPacked }: ColumnSets): PlacedFigures {
  const [columns] = sets
  if (isPacked && isPackedRow(row)) return placeByOrder(row, columns.length)
  const placed = placeAtoms(row, columns)
  if (row.atoms.length === figures) {
    const inLabel = figures - columns.length
    return isInLabel(row, inLabel, placed.inLabel)
      ? { ...placed, astray: NONE }
      : { cells: row.atoms.slice(inLabel), inLabel, astray: NONE }
  }
  return withAstray(placed, row, sets)
}

/** The last figures of a row, one a column; with fewer figures than columns nothing tells which are left out. */
function placeByOrder({ atoms }: RowLine, columns: number): PlacedFigures {
  const inLabel = atoms.length - columns
  if (inLabel >= 0) return { cells: atoms.slice(inLabel), inLabel, astray: NONE }
  return { cells: Array.from({ length: columns }, () => null), inLabel: 0, astray: atoms }
}

/** Words and figures of a label stand a blank or two apart. */
export const WIDEST_GAP = 2

/** Do the figures from `first` up to `end` stand so near to the label's words that they belong to it? */
function isInLabel({ atoms, from, to }: RowLine, first: number, end: number): boolean {
  if (first === 0 && from === to) return false
  for (let order = first; order < end; order++) {
    const atom = atoms[order]
    if (atom !== undefined && atom.from - (atoms[order - 1]?.end ?? to) > WIDEST_GAP) return false
  }
  return end > first
}

/** How many figures on the left stand so near to the label's words that they belong to it. */
function countInLabel({ atoms, from, to }: RowLine): number {
  if (from === to) return 0
  const first = atoms.findIndex((atom, order) => atom.from - (atoms[order - 1]?.end ?? to) > WIDEST_GAP)
  return first < 0 ? atoms.length : first
}

/** Take out the figures that another likely reading of the row gives to other columns. */
function withAstray(
  placed: { cells: (Atom | null)[]; inLabel: number },
  row: RowLine,
  [columns, ...others]: ColumnSets['sets'],
): PlacedFigures {
  const own = row.atoms.slice(countInLabel(row))
  const shift = findBetterShift(own, columns)
  const moved = shift === 0 ? [] : [columns.map(one => moveColumn(one, -shift))]
  const inPlace = countLinedUp(own, columns)
  const likely = others.filter(set => countLinedUp(own, set) > inPlace)
  const readings = [...moved, ...likely].map(set => placeAtoms(row, set).cells)
  const isSure = (order: number) => readings.every(cells => cells[order] === placed.cells[order])
  if (readings.length === 0) return { ...placed, astray: NONE }
  return {
    cells: placed.cells.map((cell, order) => (isSure(order) ? cell : null)),
    inLabel: placed.inLabel,
    astray: placed.cells.flatMap((cell, order) => (cell === null || isSure(order) ? [] : [cell])),
  }
}
