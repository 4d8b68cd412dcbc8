import { describe, expect, it } from 'vitest'
import { inventTable } from '../fixtures/invented-table.ts'
import type { Stratification } from '../report.ts'
import { differingDigits, explainFailures } from './explain-failure.ts'
import { checkStratifications } from './index.ts'

const rows = [
  { label: 'North', loanCount: 35, balanceCents: 1_500_145_640 },
  { label: 'East', loanCount: 57, balanceCents: 2_371_637_090 },
  { label: 'South', loanCount: 62, balanceCents: 2_743_518_381 },
]

function explain(tables: Stratification[], id: string) {
  const checks = checkStratifications({ stratifications: tables, statistics: [] })
  const table = tables.find(one => one.id === id)
  return table ? explainFailures(table, checks) : []
}

describe('explaining a column that does not add up', () => {
  it('names the row whose percent speaks for another balance, and that balance', () => {
    const table = inventTable({ rows })
    const row = table.buckets[1]
    if (row) row.values.balanceCents = 2_370_637_090
    expect(explain([table], 'invented')).toMatchObject([
      { measure: 'balanceCents', bucket: 1, printed: 2_370_637_090, settling: 2_371_637_090, digits: 1 },
    ])
    expect(explain([table], 'invented')[0]?.settles).toHaveLength(2)
  })
  it('names the total when the rows add up to what other tables print', () => {
    const wrong = inventTable({ id: 'wrong', rows })
    if (wrong.total) wrong.total.values.loanCount = 164
    const others = [inventTable({ id: 'b', rows }), inventTable({ id: 'c', rows })]
    expect(explain([wrong, ...others], 'wrong')).toMatchObject([
      { measure: 'loanCount', bucket: null, printed: 164, settling: 154 },
    ])
  })
  it('stays silent when several rows could explain it', () => {
    const table = inventTable({ rows })
    const row = table.buckets[0]
    if (row) row.values.loanCount = 36
    expect(explain([table], 'invented')).toEqual([])
  })
  it('changes nothing', () => {
    const table = inventTable({ rows })
    const row = table.buckets[1]
    if (row) row.values.balanceCents = 2_370_637_090
    const before = structuredClone(table)
    explain([table], 'invented')
    expect(table).toEqual(before)
  })
  it('has nothing to say of a table that foots', () => {
    expect(explain([inventTable({ rows })], 'invented')).toEqual([])
  })
})

describe('differing digits', () => {
  it('counts them in figures of the same length only', () => {
    expect(differingDigits(2_370_637_090, 2_371_637_090)).toBe(1)
    expect(differingDigits(99, 100)).toBeNull()
  })
})
