import type { Cell, Grid, GridRow } from '../grid/grid.ts'
import { splitRows } from './find-total.ts'
import { addsUp, sumColumn } from './footing.ts'
import { readFigures } from './read-figures.ts'

/**
 * The grid with the figures of its total under the columns that add up to them, where fewer figures than columns stand a
 * single blank apart, so that nothing else tells their columns.
 *
 * > 600 - 679 117 $21,803,070.81 21.54% 6.500%
 *   680 - 820 383 $79,418,019.89 78.46% 6.657%
 *   Total 500 $101,221,090.70 100.00%              no average
 *
 * All of them, in their order, each under one column alone; else they stay astray.
 */
export function placeTotal(grid: Grid): Grid {
  const last = grid.rows[grid.rows.length - 1]
  if (grid.undivided === undefined || last?.astray === undefined) return grid
  const columns = last.astray.map(cell => columnsThatComeTo(grid, last, cell))
  const orders = columns.map(own => own[0] ?? -1)
  const isSure = columns.every(
    (own, at) => own.length === 1 && (at === 0 || (orders[at] ?? 0) > (orders[at - 1] ?? 0)),
  )
  if (!isSure) return grid
  const cells = last.cells.map((_, order) => last.astray?.[orders.indexOf(order)] ?? null)
  const { astray: _, ...row } = last
  return { ...grid, rows: [...grid.rows.slice(0, -1), { ...row, cells }] }
}

function columnsThatComeTo(grid: Grid, total: GridRow, cell: Cell): number[] {
  const cells = grid.columns.map(() => cell)
  const tried = { ...grid, rows: [...grid.rows.slice(0, -1), { ...total, cells }] }
  const figures = readFigures(tried)
  const rows = splitRows(tried, figures)
  return grid.columns.flatMap((_, order) => {
    const sum = sumColumn(figures, rows, order)
    return sum !== null && addsUp(sum) ? [order] : []
  })
}
