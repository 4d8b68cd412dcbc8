import fc from 'fast-check'
import { plainText } from '../lib/fixtures/invented/any-layout.ts'
import { anyPool } from '../lib/fixtures/invented/any-pool.ts'
import { extras, sums } from '../lib/fixtures/invented/columns.ts'
import { composeText } from '../lib/fixtures/invented/compose.ts'
import { splits } from '../lib/fixtures/invented/splits.ts'
import type { InHand } from './filings.ts'

const cover = `                                FORM 8-K

                    PENROSE VALLEY MORTGAGE SECURITIES, INC.
          (as depositor under the Pooling and Servicing Agreement, dated as of
          March 1, 2005, providing for the issuance of Penrose Valley Trust
          2005-6, Mortgage Pass-Through Certificates, Series 2005-6)

`

/**
 * A filing of sixty tables: twenty splits of two loan groups and of the whole pool, each with averages beside its sums.
 * Its figures are drawn by chance from a seed, so they add up and mean nothing.
 */
export const sixtyTables: InHand & { url: string } = {
  name: 'sixty-tables.txt',
  url: '/deals/penrose-valley-trust-2005-6',
  text: cover + printTables(),
}

function printTables(): string {
  const [layout] = fc.sample(fc.record(plainText), { numRuns: 1, seed: 5 })
  const [pools] = fc.sample(fc.tuple(anyPool, anyPool), { numRuns: 1, seed: 11 })
  if (!layout || !pools) throw new Error('a sample of one has one')
  const averages = extras.filter(({ measure }) => ['waRatePct', 'waCreditScore'].includes(measure))
  const columns = [sums.count, sums.balance, sums.percent, ...averages]
  const style = { cents: true, dashes: false, totalFills: 'all' as const, thousands: false, unpadded: false }
  const groupNames: [string, string] = ['Loan Group 1', 'Loan Group 2']
  const plan = { splits, columns, pools, style, groups: 'in-heading' as const, groupNames }
  return composeText(plan, { ...layout, headerLines: 4, totalLabel: 'Total' }, true).text
}
