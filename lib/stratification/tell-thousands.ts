import type { Grid } from '../grid/grid.ts'
import { isInThousands } from './read-figures.ts'

/** How surely a table's money is printed in thousands of dollars: its own title says so, or a heading before it did. */
export type SaidThousands = 'own' | 'standing' | null

const OF_MONEY = /\bdollars?\b|\$|\bamounts?\b|\bbalances?\b/i

/**
 * Tells what titles and headings say of the unit of a table's money, for one table after another as they are printed.
 *
 * > Selected Mortgage Loan Data (Dollars in Thousands)     "own" for the table under it, "standing" for those after
 */
export function thousandsTeller(): (grid: Grid) => SaidThousands {
  let standing = false
  return ({ title, headings }) => {
    const isOwn = [...headings, ...title].some(({ text }) => isInThousands(text) && OF_MONEY.test(text))
    standing ||= isOwn
    return isOwn ? 'own' : standing ? 'standing' : null
  }
}
