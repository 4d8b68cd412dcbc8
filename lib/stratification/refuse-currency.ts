import { currencyOfTable } from './other-currency.ts'
import type { ReadTable, Refused } from './read-table.ts'

/**
 * Say in which currency a table's amounts are where it is not dollars: all that is made of a table shows dollars. One without
 * amounts is read, unless its labels are in that currency. `inProse` tells what the document says of all its amounts.
 */
export function refuseCurrency(
  { grid, columns, dimension }: ReadTable,
  inProse: () => string | null,
): Refused | null {
  const hasAmounts = columns.some(({ measure }) => measure?.unit === 'cents') || dimension?.unit === 'cents'
  const currency = currencyOfTable(grid) ?? (hasAmounts ? inProse() : null)
  return currency === null
    ? null
    : { kind: 'other-currency', reason: `Its amounts are in ${currency}, and only dollars are read.` }
}
