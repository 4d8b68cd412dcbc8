import type { Grid, GridColumn } from '../grid/grid.ts'
import { readHeader } from './read-columns.ts'

/**
 * A table in halves without the columns that its second half prints again in other words: the same figures of the same
 * measure.
 *
 * > Credit Score   Number of Loans   Balance       Credit Score   Number of Mortgage Loans   Rate
 *   600 - 699                  300      40.0       600 - 699                           300   7.50
 */
export function withoutPrintedAgain(grid: Grid): Grid {
  const isKept = grid.columns.map(column => !isPrintedAgain(column))
  if (!isKept.includes(false)) return grid
  return {
    ...grid,
    columns: grid.columns.filter((_, order) => isKept[order]),
    rows: grid.rows.map(row => ({ ...row, cells: row.cells.filter((_, order) => isKept[order]) })),
  }
}

function isPrintedAgain({ header, printedUnder = [] }: GridColumn): boolean {
  const { measure } = readHeader(header)
  return measure !== null && printedUnder.some(other => readHeader(other).measure === measure)
}
