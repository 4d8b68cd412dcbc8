import type { Grid } from '../grid/grid.ts'
import { type ReadColumn, refute } from './column-reading.ts'
import { addsUpToHundred, sumColumn } from './footing.ts'
import type { Figures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'

/**
 * Take the measure from shares that are each of the rows below the same heading: those of several groups add up to nothing,
 * and what asks for a row's share means that of all rows.
 *
 * > Group 1   Purchase      600     60.00%
 *             Refinance     400     40.00
 *   Group 2   Purchase       60     75.00
 *             Refinance      20     25.00
 */
export function dropSharesOfHeadings(
  grid: Grid,
  columns: readonly ReadColumn[],
  figures: Figures,
  rows: SplitRows,
): void {
  const shares = [...columns.entries()].filter(
    ([, { measure }]) => measure?.additive && measure.unit === 'percent',
  )
  if (shares.length === 0) return
  const groups = [...Map.groupBy(rows.body, row => grid.rows[row]?.group ?? '').values()]
  if (groups.length < 2) return
  for (const [order, column] of shares) {
    const areWhole = groups.every(body => {
      const sum = sumColumn(figures, { body, total: null }, order)
      return sum !== null && addsUpToHundred(sum)
    })
    if (areWhole)
      refute(
        column,
        'another-whole',
        'It is the row’s share of those below the same heading, not of all rows.',
      )
  }
}
