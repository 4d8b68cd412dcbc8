import { expect, test } from 'vitest'
import type { Grid } from '../grid/grid.ts'
import { gridOf as inventGrid } from '../testing/invented-grid.ts'
import { readStratifications } from './index.ts'

const gridOf = (headers: string[], ...rows: string[][]) => inventGrid(headers, rows)
const read = (grid: Grid) => readStratifications([grid]).value

test('groups are told by the words that stand over their columns', () => {
  const over = (words: string) => ['Number', 'Balance', '%'].map(header => `${words} ${header}`)
  const { stratifications } = read(
    gridOf(
      ['Group I Mortgage Loans', 'Group II Mortgage Loans', 'All Mortgage Loans'].flatMap(over),
      ['Primary', '3', '300,000', '75.00', '5', '500,000', '71.43', '8', '800,000', '72.73'],
      ['Investor', '1', '100,000', '25.00', '2', '200,000', '28.57', '3', '300,000', '27.27'],
      ['Total', '4', '400,000', '100.00', '7', '700,000', '100.00', '11', '1,100,000', '100.00'],
    ),
  )
  expect(stratifications.map(({ loanGroup }) => loanGroup)).toEqual(['Group I', 'Group II', null])
  expect(stratifications.map(({ total }) => total?.values.balanceCents)).toEqual([
    40_000_000, 70_000_000, 110_000_000,
  ])
})

test('shares of groups beside the figures of the pool leave the table one of the pool', () => {
  const { stratifications } = read(
    gridOf(
      ['Number of Loans', 'Balance', '% of Pool Balance', '% of Group 1 Balance', '% of Group 2 Balance'],
      ['Primary', '8', '800,000', '72.73', '75.00', '71.43'],
      ['Investor', '3', '300,000', '27.27', '25.00', '28.57'],
      ['Total', '11', '1,100,000', '100.00', '100.00', '100.00'],
    ),
  )
  expect(stratifications.map(({ loanGroup }) => loanGroup)).toEqual([null])
})

test('shares of groups before that of the pool are none of the pool', () => {
  const { stratifications } = read(
    gridOf(
      ['Number of Loans', '% of Group 1', '% of Group 2', 'Balance', '% of Pool'],
      ['Primary', '8', '75.00', '71.43', '800,000', '72.73'],
      ['Investor', '3', '25.00', '28.57', '300,000', '27.27'],
      ['Total', '11', '100.00', '100.00', '1,100,000', '100.00'],
    ),
  )
  const [table] = stratifications
  expect(table?.loanGroup).toBeNull()
  expect(table?.buckets.map(({ values }) => values.balancePct)).toEqual([72.73, 27.27])
  expect(table?.columns.map(({ measure }) => measure)).toEqual([
    'loanCount',
    null,
    null,
    'balanceCents',
    'balancePct',
  ])
})

test('groups side by side and the pool beside them are tables of their own', () => {
  const { stratifications } = read(
    gridOf(
      [
        'Group 1 Loans',
        'Group 1 Balance',
        'Group 2 Loans',
        'Group 2 Balance',
        'Total Loans',
        'Total Balance',
      ],
      ['Primary', '3', '300,000.00', '5', '500,000.00', '8', '800,000.00'],
      ['Investor', '1', '100,000.00', '2', '200,000.00', '3', '300,000.00'],
      ['Total', '4', '400,000.00', '7', '700,000.00', '11', '1,100,000.00'],
    ),
  )
  expect(stratifications.map(({ id }) => id)).toEqual([
    'group-1--occupancy',
    'group-2--occupancy',
    'occupancy',
  ])
  expect(stratifications.map(({ total }) => total?.values)).toEqual([
    { loanCount: 4, balanceCents: 40_000_000 },
    { loanCount: 7, balanceCents: 70_000_000 },
    { loanCount: 11, balanceCents: 110_000_000 },
  ])
})

test('a share of its group and one of the pool are the same measure of groups side by side', () => {
  const over = (words: string, whole: string) => [`${words} Balance`, `${words} % of ${whole}`]
  const { stratifications } = read(
    gridOf(
      [...over('Group 1', 'Group'), ...over('Group 2', 'Group'), ...over('Total Pool', 'Pool')],
      ['Primary', '300,000.00', '75.00', '500,000.00', '71.43', '800,000.00', '72.73'],
      ['Investor', '100,000.00', '25.00', '200,000.00', '28.57', '300,000.00', '27.27'],
      ['Total', '400,000.00', '100.00', '700,000.00', '100.00', '1,100,000.00', '100.00'],
    ),
  )
  expect(stratifications.map(({ loanGroup }) => loanGroup)).toEqual(['Group 1', 'Group 2', null])
  expect(stratifications.map(({ total }) => total?.values)).toEqual(
    [40_000_000, 70_000_000, 110_000_000].map(balanceCents => ({ balanceCents, balancePct: 100 })),
  )
})

test('columns under other headers, or that split no pool, stay in one table', () => {
  const other = read(
    gridOf(
      ['Group 1 Loans', 'Group 1 Balance', 'Group 2 Loans', 'Group 2 Margin'],
      ['Primary', '3', '30.00', '5', '50.00'],
      ['Total', '4', '40.00', '7', '70.00'],
    ),
  )
  expect(other.stratifications.length + other.otherTables.length).toBe(1)
})

test('groups whose names stand over the middle of their columns are tables of their own', () => {
  const { stratifications } = read(
    gridOf(
      ['Loans', 'Group I Balance', 'Percent', 'Loans', 'Group II Balance', 'Percent'],
      ['Primary', '3', '300,000.00', '75.00', '5', '500,000.00', '71.43'],
      ['Investor', '1', '100,000.00', '25.00', '2', '200,000.00', '28.57'],
      ['Total', '4', '400,000.00', '100.00', '7', '700,000.00', '100.00'],
    ),
  )
  expect(stratifications.map(({ id, loanGroup }) => [id, loanGroup])).toEqual([
    ['group-i--occupancy', 'Group I'],
    ['group-ii--occupancy', 'Group II'],
  ])
})

test('headers that come again stay in one table where two groups are named over one run of them', () => {
  const { stratifications } = read(
    gridOf(
      ['Group I Number of Loans', 'Balance', 'Group II Percent', 'Number of Loans', 'Balance', 'Percent'],
      ['Primary', '3', '300,000.00', '75.00', '5', '500,000.00', '71.43'],
      ['Investor', '1', '100,000.00', '25.00', '2', '200,000.00', '28.57'],
      ['Total', '4', '400,000.00', '100.00', '7', '700,000.00', '100.00'],
    ),
  )
  expect(stratifications).toHaveLength(1)
  expect(stratifications[0]?.columns.slice(3).map(({ measure }) => measure)).toEqual([null, null, null])
})

test.each([
  [
    'the shares name it otherwise',
    'Loan Group 1 Balance',
    'Percent Group 1',
    'Loan Group 2 Balance',
    'Percent Group 2',
  ],
  ['the shares are of its pool', 'Group 1 Balance', 'Percent of Pool', 'Group 2 Balance', 'Percent of Pool'],
])('a group whose name stands over the balance has all its columns, where %s', (_, ...named) => {
  const [balance = '', share = '', otherBalance = '', otherShare = ''] = named
  const { stratifications } = read(
    gridOf(
      ['Number of Loans', balance, share, 'Number of Loans', otherBalance, otherShare],
      ['Primary', '3', '300,000', '75.00', '5', '500,000', '71.43'],
      ['Investor', '1', '100,000', '25.00', '2', '200,000', '28.57'],
      ['Total', '4', '400,000', '100.00', '7', '700,000', '100.00'],
    ),
  )
  expect(stratifications.map(({ loanGroup }) => loanGroup?.replace('Loan ', ''))).toEqual([
    'Group 1',
    'Group 2',
  ])
  expect(stratifications.map(({ total }) => total?.values)).toEqual([
    { loanCount: 4, balanceCents: 40_000_000, balancePct: 100 },
    { loanCount: 7, balanceCents: 70_000_000, balancePct: 100 },
  ])
})
