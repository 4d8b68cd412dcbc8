import { expect, it } from 'vitest'
import { inventTable, rangeOf } from '../fixtures/invented-table.ts'
import { readPool } from './read-pool.ts'

/** The balance of a pool whose table prints two rows and no total. */
function balanceOf(rows: [number, number]) {
  const table = inventTable({
    dimension: 'original-ltv',
    rows: rows.map((balanceCents, order) => ({
      label: `${order}.00 - ${order}.99`,
      range: rangeOf(order, order + 0.99),
      loanCount: 5,
      balanceCents,
    })),
  })
  const [whole] = readPool({ stratifications: [{ ...table, total: null }], statistics: [] }, [])
  return whole?.figures.find(({ id }) => id === 'balance')?.value ?? null
}

it('adds balances up while a number holds their sum to the cent, and not beyond', () => {
  expect(balanceOf([4_000_000_000_000_001, 4_000_000_000_000_002])).toBe(8_000_000_000_000_003)
  expect(balanceOf([6_000_000_000_000_001, 6_000_000_000_000_002])).toBeNull()
})
