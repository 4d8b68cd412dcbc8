import { expect, test } from 'vitest'
import { gridOf } from '../testing/invented-grid.ts'
import { readStratifications } from './index.ts'

const rows = [
  ['Primary', '88.50', '70.10', '74.70'],
  ['Second Home', '3.50', '10.40', '8.68'],
  ['Investor', '8.00', '19.50', '16.62'],
  ['Total', '100.00', '100.00', '100.00'],
]
const read = (headers: string[], printed = rows, other = {}) =>
  readStratifications([
    gridOf(
      headers,
      printed.map(row => row.slice(0, headers.length + 1)),
      other,
    ),
  ])
const tablesOf = (...given: Parameters<typeof read>) =>
  read(...given).value.stratifications.map(({ loanGroup, buckets }) => [
    loanGroup,
    Object.entries(buckets[0]?.values ?? {}),
  ])

const named: [string[], string, (string | null)[]][] = [
  [['Group 1 %', 'Group 2 %', 'Total %'], 'balancePct', ['Group 1', 'Group 2', null]],
  [['% of Loan Group 1', '% of Loan Group 2'], 'balancePct', ['Loan Group 1', 'Loan Group 2']],
  [
    ['Percent of Pool A', 'Percent of Pool B', 'Percent of Total Pool'],
    'balancePct',
    ['Pool A', 'Pool B', null],
  ],
  [['Fixed Rate (%)', 'ARM (%)', 'All Loans (%)'], 'balancePct', ['Fixed Rate', 'ARM', null]],
  [
    ['% of First Liens', '% of Second Liens', '% of Pool'],
    'balancePct',
    ['First Liens', 'Second Liens', null],
  ],
  [
    ['Group I % by Number of Loans', 'Group II % by Number of Loans', 'Total % by Number of Loans'],
    'countPct',
    ['Group I', 'Group II', null],
  ],
]

test.each(named)('%j are shares of the loans that each names', (headers, measure, groups) => {
  const shares = [88.5, 70.1, 74.7]
  expect(tablesOf(headers)).toEqual(groups.map((group, order) => [group, [[measure, shares[order]]]]))
})

test('a title that speaks of shares tells what columns named for groups alone give', () => {
  const columns = ['Group I', 'Group II'].map(header => ({ header, at, money: false, percent: true }))
  const title = [{ text: 'Occupancy Status (percent of aggregate principal balance)', at }]
  expect(tablesOf(['Group I', 'Group II'], rows, { columns, title })).toEqual([
    ['Group I', [['balancePct', 88.5]]],
    ['Group II', [['balancePct', 70.1]]],
  ])
  expect(tablesOf(['Group I', 'Group II'], rows, { columns })).toEqual([])
})
const at = { line: 1, start: 1, end: 2 }

test('parts of the pool, which add up to its shares, are none of the groups, and none of the pool', () => {
  const parts = [
    ['Primary', '30.00', '40.00', '70.00'],
    ['Investor', '10.00', '20.00', '30.00'],
    ['Total', '40.00', '60.00', '100.00'],
  ]
  const { value, issues } = read(['Group 1 %', 'Group 2 %', 'Total %'], parts)
  expect(value.stratifications.map(({ loanGroup, total }) => [loanGroup, total?.values])).toEqual([
    [null, { balancePct: 100 }],
  ])
  expect(issues.map(({ code }) => code)).toEqual(['column-is-of-a-part', 'column-is-of-a-part'])
})

test('a share of the pool that lies beyond those of its groups parts no tables', () => {
  const beyond = [
    ['Primary', '60.00', '65.00', '40.00'],
    ['Investor', '40.00', '35.00', '60.00'],
    ['Total', '100.00', '100.00', '100.00'],
  ]
  const headers = ['Group 1 %', 'Group 2 %', 'Total %']
  expect(tablesOf(headers, beyond)).toEqual([[null, [['balancePct', 40]]]])
})

test('shares by number and by balance, or at two times, are of the same loans', () => {
  expect(tablesOf(['% of Number of Loans', '% of Balance']).map(([group]) => group)).toEqual([null])
  expect(tablesOf(['% of Original Balance', '% of Current Balance']).map(([group]) => group)).toEqual([null])
})
