import { describe, expect, it } from 'vitest'
import { checkStratifications } from '../checks/index.ts'
import { inventTable, rangeOf } from '../fixtures/invented-table.ts'
import { readPool } from '../pool/read-pool.ts'
import type { Stratification } from '../report.ts'
import { rangeShares, stateShares } from './pool-shares.ts'

function shownOf(stratifications: Stratification[]) {
  const read = { stratifications, statistics: [] }
  return { stratifications, pool: readPool(read, checkStratifications(read)) }
}

const ltvOf = (loanGroup: string | null, low: number, high: number, split = 80) =>
  inventTable({
    id: `${loanGroup}--original-ltv`,
    dimension: 'original-ltv',
    loanGroup,
    rows: [
      { label: `${split} or less`, loanCount: 1, balanceCents: low, range: rangeOf(null, split) },
      { label: `above ${split}`, loanCount: 1, balanceCents: high, range: rangeOf(split, 100) },
    ],
  })
const statesOf = (loanGroup: string, rows: [string, number][]) =>
  inventTable({
    id: `${loanGroup}--state`,
    dimension: 'state',
    loanGroup,
    rows: rows.map(([code, balanceCents]) => ({ label: code, loanCount: 1, balanceCents, code })),
  })
const [first, second] = ['Loan Group 1', 'Loan Group 2'] as const

describe('shares of a pool', () => {
  it('are those of its own table', () => {
    const shown = shownOf([ltvOf(null, 30_000, 70_000), ltvOf(first, 1, 1)])
    expect(rangeShares(shown, 'original-ltv')?.map(({ pct }) => pct)).toEqual([30, 70])
  })

  it('are added from its groups by their balance, where these are split into the same rows', () => {
    const shown = shownOf([ltvOf(first, 10_000, 90_000), ltvOf(second, 150_000, 150_000)])
    expect(rangeShares(shown, 'original-ltv')?.map(({ pct }) => pct)).toEqual([40, 60])
    expect(rangeShares(shown, 'original-ltv', second)?.map(({ pct }) => pct)).toEqual([50, 50])
    const unlike = shownOf([ltvOf(first, 10_000, 90_000), ltvOf(second, 150_000, 150_000, 75)])
    expect(rangeShares(unlike, 'original-ltv')).toBeNull()
  })

  it('name every state that a group names', () => {
    const shown = shownOf([
      statesOf(first, [
        ['CA', 75_000],
        ['TX', 25_000],
      ]),
      statesOf(second, [['CA', 100_000]]),
    ])
    expect(stateShares(shown)).toEqual([
      { code: 'CA', pct: 87.5 },
      { code: 'TX', pct: 12.5 },
    ])
  })

  it('are unknown where a group lacks them', () =>
    expect(
      rangeShares(shownOf([ltvOf(first, 1000, 9000), statesOf(second, [['CA', 100]])]), 'original-ltv'),
    ).toBeNull())
})
