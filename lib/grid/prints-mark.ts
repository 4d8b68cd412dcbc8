import { nameOfMark } from '../values/index.ts'
import type { Grid } from './grid.ts'
import { isMark } from './text/figure-token.ts'

/**
 * Does the table print the mark, by its name, over its labels or columns, in its title, behind a label or for a figure?
 *
 * > Other States (a)     36.50%          Third      1     +
 *                ^ a                                      ^ +
 */
export function printsMark({ title, stub, columns, rows }: PrintedTable, mark: string): boolean {
  const isLetter = /^[a-z]$/i.test(mark)
  const isMarked = (text: string) =>
    text.includes(`(${mark})`) ||
    text.includes(`[${mark}]`) ||
    (!isLetter && (text.includes(`${mark}/`) || text.endsWith(mark)))
  const isMarkedCell = (cell: Printed) => cell !== null && isMarked(cell.text)
  const isMarkFor = (cell: Printed) => cell !== null && isMark(cell.text) && nameOfMark(cell.text) === mark
  if (isMarkedCell(stub) || title.some(isMarkedCell)) return true
  if (columns.some(({ header }) => isMarked(header))) return true
  return rows.some(({ label, cells }) => isMarkedCell(label) || cells.some(isMarkFor))
}

type Printed = { text: string } | null
type PrintedTable = Pick<Grid, 'title' | 'stub' | 'columns'> & {
  rows: readonly { label: Printed; cells: readonly Printed[] }[]
}
