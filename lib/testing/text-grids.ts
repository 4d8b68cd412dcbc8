import type { Cell, Grid } from '../grid/grid.ts'
import { findTextGrids } from '../grid/text/find-text-grids.ts'

/** The grids of a text. */
export function read(text: string): Grid[] {
  const lines = text.split('\n')
  return [...findTextGrids(lines, 1, lines.length)]
}

/** The only grid of a text. */
export function readOne(text: string): Grid {
  const [grid, ...more] = read(text)
  if (grid === undefined || more.length > 0) throw new Error(`${more.length + 1} grids`)
  return grid
}

/** What a cell prints. */
export const textOf = (cell: Cell | null) => cell?.text ?? ''
/** Rows for eyes: `Purchase | 12 | 3.21%`. */
export const draw = (grid: Grid) =>
  grid.rows.map(({ label, cells }) => [label, ...cells].map(textOf).join(' | '))
/** What stands over the labels and the columns. */
export const headersOf = (grid: Grid) => [textOf(grid.stub), ...grid.columns.map(({ header }) => header)]
