import { describe, expect, it } from 'vitest'
import type { Check, Stratification } from '@/lib/report.ts'
import { sayFooting } from './section-checks.ts'

const at = { line: 1, start: 1, end: 2 }
const columns = [
  { measure: 'loanCount', header: 'Loans', unit: 'count', decimals: 0, at },
  { measure: 'balanceCents', header: 'Balance', unit: 'cents', decimals: 2, at },
  { measure: 'balancePct', header: 'Percent', unit: 'percent', decimals: 2, at },
] satisfies Stratification['columns']
const table: Stratification = {
  id: 'purpose',
  dimension: 'purpose',
  title: 'Purpose',
  marks: [],
  loanGroup: null,
  stub: null,
  columns,
  buckets: [],
  total: { label: null, values: {}, places: {}, at },
  footnotes: [],
  at,
}

function sum(measure: string, found: number, expected: number, more: Partial<Check> = {}): Check {
  const nothing = { bucket: null, statistic: null, bounds: null }
  return {
    code: 'column-adds-up-to-total',
    stratification: 'purpose',
    measure,
    ...nothing,
    outcome: 'pass',
    expected,
    found,
    tolerance: 0.05,
    at,
    ...more,
  }
}

describe('what adding up the rows has shown', () => {
  it('is to the cent when balances are exact', () => {
    const checks = [sum('loanCount', 9, 9), sum('balanceCents', 500, 500), sum('balancePct', 100, 100)]
    expect(sayFooting(checks, table)).toEqual({ says: 'Rows add up to the cent', outcome: 'pass' })
  })
  it('says how far rounded percents miss', () => {
    expect(sayFooting([sum('balanceCents', 500, 500), sum('balancePct', 100.01, 100)], table)?.says).toBe(
      'Rows add up to the cent; percents to 100.01, within rounding',
    )
  })
  it('is a sentence of its own where percents alone add up', () =>
    expect(sayFooting([sum('balancePct', 99.97, 100)], table)).toEqual({
      says: 'Percents add up to 99.97, within rounding',
      outcome: 'pass',
    }))
  it('claims no cents where balances are rounded or not printed', () => {
    expect(sayFooting([sum('balanceCents', 501, 500)], table)?.says).toBe('Rows add up within rounding')
    expect(sayFooting([sum('loanCount', 9, 9)], table)?.says).toBe('Rows add up exactly')
  })
  it('says by how much a column misses its total', () => {
    expect(sayFooting([sum('balanceCents', 400, 500, { outcome: 'fail' })], table)).toEqual({
      says: 'Rows do not add up: −$1.00',
      outcome: 'fail',
    })
  })
  it('says that there is no total to add up to', () => {
    expect(sayFooting([], { ...table, total: null })?.says).toMatch(/no total/i)
  })
})
