import type { Grid } from '../grid/grid.ts'
import type { SaidScale } from '../reading/scale.ts'
import { readScales } from '../reading/scale-words.ts'

/** What is said above a table of the scale of its dollars and of its counts. */
export type ScalesAbove = { money: SaidScale | null; count: SaidScale | null }

export const noScales: ScalesAbove = { money: null, count: null }

/**
 * Tells what titles and headings say of the scale of a table's figures, for one table after another as they are printed.
 *
 * > Selected Mortgage Loan Data (Dollars in Thousands)     for the table under it; of money, for those after it too
 */
export function scaleTeller(): (grid: Grid) => ScalesAbove {
  let standing: SaidScale | null = null
  return ({ title, headings, stub }) => {
    let money: number | null = null
    let count: number | null = null
    for (const { text } of [...title, ...headings, ...(stub === null ? [] : [stub])]) {
      const said = readScales(text)
      money ??= said.money
      count ??= said.count
    }
    if (money !== null) standing = { by: money, scope: 'standing' }
    return {
      money: money === null ? standing : { by: money, scope: 'title' },
      count: count === null ? null : { by: count, scope: 'title' },
    }
  }
}
