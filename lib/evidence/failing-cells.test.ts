import { describe, expect, it } from 'vitest'
import { checkStratifications } from '../checks/index.ts'
import { inventTable } from '../fixtures/invented-table.ts'
import { inventReport } from '../testing/invented-report.ts'
import { failingCells } from './failing-cells.ts'

const sound = inventTable({
  id: 'purpose',
  dimension: 'purpose',
  rows: [
    { label: 'Purchase', loanCount: 6, balanceCents: 6_000_000 },
    { label: 'Refinance', loanCount: 4, balanceCents: 4_000_000 },
  ],
})

function failingIn(table: typeof sound) {
  const stratifications = [table]
  const checks = checkStratifications({ stratifications, statistics: [] })
  return failingCells(inventReport({ stratifications, checks, statistics: [] }), table, checks)
}

describe('failingCells', () => {
  it('are none where every check passes', () => expect([...failingIn(sound)]).toEqual([]))

  it('are the total that rows miss, the percent that its balance belies, and that balance', () => {
    const table = structuredClone(sound)
    const [first] = table.buckets
    if (first) first.values.balanceCents = 5_000_000
    const cells = failingIn(table)
    expect([...cells.keys()].sort()).toEqual(['0 balanceCents', '0 balancePct', 'total balanceCents'])
    expect(cells.get('0 balancePct')).toContain('not 60.00%')
    expect(cells.get('0 balanceCents')).toContain('60.00% printed beside it')
  })

  it('say nothing of a row that would settle a column, where the table is only some of its rows', () => {
    const table = structuredClone(sound)
    const [first] = table.buckets
    if (first) first.values.balanceCents = 5_000_000
    const cut = { rows: 200, rowsBefore: 0, columns: 3, columnsBefore: 0 }
    const [whole, some] = [table, { ...table, cut }].map(one => failingIn(one).get('0 balanceCents'))
    expect(some).toContain('60.00% printed beside it')
    expect(whole).toContain(`${some}; `)
  })
})
