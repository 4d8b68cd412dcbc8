import { expect, test } from 'vitest'
import { findTextGrids } from '../grid/text/find-text-grids.ts'
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
