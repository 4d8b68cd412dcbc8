import { expect, test } from 'vitest'
import { findTextGrids } from '../grid/text/find-text-grids.ts'
import { readFiling } from '../read-filing.ts'
import { readStratifications } from './index.ts'

function read(text: string) {
  const lines = text.split('\n')
  const { value, issues } = readStratifications(findTextGrids(lines, 1, lines.length), lines)
  return { table: value.stratifications[0], issues: issues.map(({ code }) => code) }
}

test('rows of the rest tell nothing of what the others split by', () => {
  const { table } = read(`Composition

Type                      Loans       Balance
Primary Residence            40  4,000,000.00
Investment Property          27  2,700,000.00
Other                        10  1,000,000.00
Unknown                       5    500,000.00
Total                        82  8,200,000.00`)
  expect(table?.dimension).toBe('occupancy')
})

test('the header over the labels tells their scale where no loans are counted', () => {
  const { table, issues } = read(`Current Principal Balances

Principal Balance ($000s)    Percent of Pool
0 to 50                                40.00%
50 to 100                              35.00%
100 to 200                             25.00%
Total                                 100.00%`)
  expect(table?.buckets[1]?.range).toMatchObject({ low: 5_000_000, high: 10_000_000 })
  expect(issues).toEqual([])
})

test('a pool of usual size bears out a sentence about scales where no loans are counted', () => {
  const { table } = read(`All dollar amounts in the tables below are in thousands.

Loan Purposes

Purpose            Principal Balance    Percent of Pool
Purchase                     247,500             60.00%
Refinance                    165,000             40.00%
Total                        412,500            100.00%`)
  expect(table?.total?.values.balanceCents).toBe(41_250_000_000)
})

test('principal of receivables is of a pool, whatever they are split by', () => {
  const { table } = read(`Portfolio by Store Chain

Store Chain        Accounts   Principal Receivables
Birch                412            1,500,000
North                231              900,000
Total                643            2,400,000`)
  expect(table?.total?.values.balanceCents).toBe(240_000_000)
})

test.each([
  ['W.A. LTV', '0.80', '0.75', '0.78', 'waLtvPct'],
  ['W.A. Coupon', '0.0650', '0.0675', '0.0660', 'waRatePct'],
  ['W.A. DTI', '0.38', '0.41', '0.39', 'waDtiPct'],
])('fractions of one are no percents: %s %s', (header, one, other, all, measure) => {
  const text = (figures: readonly string[]) => `Mortgage loans of the trust

Occupancy

Type              Number of Loans        Principal Balance     ${header}
-------------------------------------------------------------------------
Owner Occupied                100               12,000,000     ${figures[0]}
Investor                       60                8,000,000     ${figures[1]}
Total                         160               20,000,000     ${figures[2]}
`
  const measuresIn = (figures: readonly string[]) => {
    const read = readFiling(Buffer.from(text(figures)), 'pool.txt')
    return 'report' in read ? read.report.stratifications[0]?.columns.map(column => column.measure) : null
  }
  expect(measuresIn([one, other, all])).toEqual(['loanCount', 'balanceCents', null])
  const percents = [one, other, all].map(figure => (Number(figure) * 100).toFixed(2))
  expect(measuresIn(percents)).toEqual(['loanCount', 'balanceCents', measure])
})
