import { expect, test } from 'vitest'
import { findTextGrids } from '../grid/text/find-text-grids.ts'
import { readStratifications } from './index.ts'

const rule = '-'.repeat(39)
const rows = `${rule}  |  ${rule}
Primary         200   25,500,000  85.00  |  Primary          80   17,000,000  85.00
Second Home      15    1,500,000   5.00  |  Second Home       8    1,000,000   5.00
Investor         25    3,000,000  10.00  |  Investor         12    2,000,000  10.00
Total           240   30,000,000 100.00  |  Total           100   20,000,000 100.00`

/** The numbers of loans that are read of two tables beside each other. */
function countsUnder(header: string) {
  const lines = `Mortgage Loans by Occupancy\n\n${header}\n${rows}`.split('\n')
  const { value } = readStratifications(findTextGrids(lines, 1, lines.length), lines)
  return value.stratifications.flatMap(({ buckets }) => buckets[0]?.values.loanCount ?? [])
}

test('two tables beside each other are read under their own headers', () => {
  const header = 'Type          Loans      Balance      %  |  Type          Loans      Balance      %'
  expect(countsUnder(header)).toEqual([200, 80])
})

test.each([
  [
    'the left header is cut off, and the right one stands in its place',
    '      %  |  Type          Loans      Balance      %',
  ],
  [
    'the words over the labels stand over the first column',
    '              Type          Loans      Balance      %  |  Type          Loans      Balance      %',
  ],
  [
    'the first column has no header',
    'Type                        Loans      Balance      %  |  Type          Loans      Balance      %',
  ],
])('no balance is a number of loans where %s', (_, header) => {
  for (const count of countsUnder(header)) expect([200, 80]).toContain(count)
})
