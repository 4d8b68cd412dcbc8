import { issue } from '../issues.ts'
import type { Issue } from '../report.ts'
import { addsUpToHundred, sumColumn } from './footing.ts'
import type { ReadTable, Refused } from './read-table.ts'

/** The kind of a table whose only row nothing shows to be the whole pool. */
const ONE_ROW = 'one-row'

/**
 * Say why a table of one row without a total is no split of a pool, or null where it is one, or has more rows.
 *
 * > Property Type      Number of Loans        Balance      % of Pool
 *   Single Family                  120     24,000,000         100.00     all of the pool, by its share
 *   Single Family                  120     24,000,000                    where another table has such a total
 *   Single Family                  101     20,400,000          85.00     a row of a table of which others are lost
 *
 * A row by itself adds up to itself, so that its share has to say that it is all there is, and its words what it splits by.
 */
export function refuseRowByItself(table: ReadTable, isTotalOfPool: () => boolean): Refused | null {
  if (table.grid.rows.length > 1) return null
  if (table.dimension === null)
    return {
      kind: ONE_ROW,
      reason: 'It has only one row, and nothing says what that row divides the loans by.',
    }
  if (isWhole(table) || isTotalOfPool()) return null
  return { kind: ONE_ROW, reason: 'It has only one row, and nothing shows that it is the whole pool.' }
}

/** Is every share of the row a hundred percent, and is there one? */
function isWhole({ columns, figures, rows }: ReadTable): boolean {
  const shares = columns.flatMap(({ measure }, order) =>
    measure?.additive && measure.unit === 'percent' ? (sumColumn(figures, rows, order) ?? []) : [],
  )
  return shares.length > 0 && shares.every(addsUpToHundred)
}

/** What is told of a table that is kept as it is printed, besides the reason: of one row nobody sees that it is a table. */
export function issuesOfOther({ grid, title }: ReadTable, { kind, reason }: Refused): Issue[] {
  return kind === ONE_ROW
    ? [issue('table-of-one-row-is-not-read', { title: title.text, reason }, grid.at)]
    : []
}
