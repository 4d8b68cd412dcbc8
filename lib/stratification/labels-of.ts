import type { Grid } from '../grid/grid.ts'
import { isTotalLabel } from '../grid/total-label.ts'
import { oncePer } from '../once-per.ts'
import { marksOf, takeMarks } from './take-marks.ts'

/** The labels of all rows but totals, without footnote marks. */
export const labelsOf = oncePer((grid: Grid): readonly string[] =>
  labelsOfRows(
    grid,
    grid.rows.flatMap(({ label }, row) => (label !== null && isTotalLabel(label.text) ? [] : [row])),
  ),
)

/** The labels of some rows, without footnote marks; the same list as `labelsOf` where those rows are all of it. */
export function labelsOfBody(grid: Grid, body: readonly number[]): readonly string[] {
  const all = labelsOf(grid)
  const own = labelsOfRows(grid, body)
  return own.length === all.length && own.every((label, order) => label === all[order]) ? all : own
}

function labelsOfRows(grid: Grid, of: readonly number[]): string[] {
  const known = marksOf(grid)
  return of.map(row => takeMarks(grid.rows[row]?.label?.text ?? '', known).text)
}
