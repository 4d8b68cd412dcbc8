import type { Grid } from '../grid/grid.ts'
import { isTotalLabel } from '../grid/total-label.ts'
import { oncePer } from '../once-per.ts'
import { marksOf, takeMarks } from './take-marks.ts'

/** The labels of all rows but totals, without footnote marks. */
export function labelsOf(grid: Grid): readonly string[] {
  return rowsWithLabels(grid).labels
}

const rowsWithLabels = oncePer((grid: Grid): { rows: readonly number[]; labels: readonly string[] } => {
  const rows: number[] = []
  for (const [row, { label }] of grid.rows.entries())
    if (label === null || !isTotalLabel(label.text)) rows.push(row)
  return { rows, labels: labelsOfRows(grid, rows) }
})

/** The labels of some rows, without footnote marks; the same list as `labelsOf` where those rows are all of it. */
export function labelsOfBody(grid: Grid, body: readonly number[]): readonly string[] {
  const { rows, labels } = rowsWithLabels(grid)
  const isSame = rows.length === body.length && rows.every((row, order) => row === body[order])
  return isSame ? labels : labelsOfRows(grid, body)
}

function labelsOfRows(grid: Grid, of: readonly number[]): string[] {
  const known = marksOf(grid)
  return of.map(row => takeMarks(grid.rows[row]?.label?.text ?? '', known).text)
}
