import { expect, it } from 'vitest'
import type { Distribution } from './distribution.ts'
import { presetsOf } from './presets.ts'

const balances: Distribution = {
  stratification: 'current-balance',
  dimension: 'current-balance',
  loanGroup: null,
  unit: 'cents',
  grid: 1,
  isOfBalance: true,
  averageBy: null,
  totalAverage: null,
  least: 0,
  most: null,
  rows: [],
  total: { loanCount: null, balanceCents: null },
  doNotAddUp: [],
}
const scores: Distribution = {
  ...balances,
  dimension: 'credit-score',
  unit: 'score',
  isOfBalance: false,
  least: 300,
  most: 850,
}

it.each([
  ['2002-10-15', 30_070_000],
  ['1994-01-01', 20_315_000],
  ['2011-06-30', 41_700_000],
])('offers for balances of %s the conforming limit of that year', (date, at) => {
  expect(presetsOf(balances, date)).toContainEqual({ at, name: `Conforming limit ${date.slice(0, 4)}` })
})

it.each([null, '1980-01-01', '2031-01-01'])('knows no limit at %s', date => {
  expect(presetsOf(balances, date)).toEqual([])
})

it('offers what loans are judged by', () => {
  expect(presetsOf(scores, '2002-10-15').map(({ at }) => at)).toEqual([620, 660, 700])
})
