import { describe, expect, it } from 'vitest'
import { checkStratifications } from '../checks/index.ts'
import { inventTable } from '../fixtures/invented-table.ts'
import { chartModel } from './chart-model.ts'
import { chartSource } from './chart-source.ts'
import { captionsOfFailing } from './failing-rows.ts'

function captionsAfter(change: (balances: number[]) => void): string[] {
  const balances = [6_000_000, 3_000_000, 500_000, 300_000, 200_000]
  const table = inventTable({
    id: 'purpose',
    dimension: 'purpose',
    rows: balances.map((balanceCents, row) => ({ label: `Kind ${row + 1}`, loanCount: 1, balanceCents })),
  })
  change(balances)
  for (const [row, bucket] of table.buckets.entries()) bucket.values.balanceCents = balances[row] ?? 0
  const checks = checkStratifications({ stratifications: [table], statistics: [] })
  return captionsOfFailing(chartModel(chartSource(table), 'percent'), checks)
}

describe('captionsOfFailing', () => {
  it('say nothing where every percent is that of its balance', () =>
    expect(captionsAfter(() => undefined)).toEqual([]))

  it('name the row and which of its two figures is drawn', () =>
    expect(
      captionsAfter(balances => {
        balances[0] = 5_000_000
      }),
    ).toEqual(['Kind 1 is drawn by its balance, 50.00%; the printed percent is 60.00.']))

  it('name the first rows, and count the others', () =>
    expect(captionsAfter(balances => balances.fill(2_000_000)).at(-1)).toBe('So are 2 more rows.'))
})
