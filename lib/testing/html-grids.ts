import type { Grid } from '../grid/grid.ts'
import { findHtmlGrids } from '../grid/html/find-html-grids.ts'

/** The grids of markup. */
export function read(markup: string): Grid[] {
  const lines = markup.split('\n')
  return findHtmlGrids(lines, 1, lines.length)
}

/** Rows for eyes: `Purchase | 12 | 3.21%`. */
export const draw = ({ rows }: Grid) =>
  rows.map(({ label, cells }) => [label, ...cells].map(cell => cell?.text ?? '').join(' | '))

/** A row of cells as markup. */
export const row = (...cells: string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('\n')}</tr>`
/** A table of rows as markup. */
export const table = (...rows: string[]) => `<table>\n${rows.join('\n')}\n</table>`
