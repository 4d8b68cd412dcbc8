import { describe, expect, it } from 'vitest'
import type { Place, Stratification } from '../report.ts'
import { formatCsv } from './csv.ts'
import { stratificationTable } from './stratification-table.ts'

const at = (line: number): Place => ({ line, start: 6, end: 12 })

const balances: Stratification = {
  id: 'current-balance',
  dimension: 'current-balance',
  title: 'Current Principal Balances',
  marks: [],
  loanGroup: null,
  stub: { header: 'Balance, $', at: at(1) },
  columns: [
    { measure: 'loanCount', header: 'Loans', unit: 'count', decimals: 0, at: at(1) },
    { measure: 'balanceCents', header: 'Principal', unit: 'cents', decimals: 2, at: at(1) },
    { measure: null, header: 'Mystery', unit: null, decimals: 0, at: at(1) },
    { measure: 'balancePct', header: 'Share', unit: 'percent', decimals: 2, at: at(1) },
  ],
  buckets: [
    {
      label: '50,000.00 and Below',
      range: { low: null, high: 5_000_000, lowIncluded: false, highIncluded: true },
      code: null,
      marks: ['1'],
      values: { loanCount: 2, balanceCents: 9_000_050, balancePct: 30 },
      places: {},
      at: at(3),
    },
    {
      label: '50,000.01 - 100,000.00',
      range: { low: 5_000_001, high: 10_000_000, lowIncluded: true, highIncluded: true },
      code: null,
      marks: [],
      values: { loanCount: 3, balanceCents: 21_000_000, balancePct: null },
      places: {},
      at: at(4),
    },
  ],
  total: {
    label: null,
    values: { loanCount: 5, balanceCents: 30_000_050, balancePct: 100 },
    places: {},
    at: at(6),
  },
  footnotes: [],
  at: at(1),
}

describe('stratificationTable', () => {
  it('writes buckets and total with units in headers, money in dollars, and where each row is printed', () =>
    expect(formatCsv(stratificationTable(balances)).split('\r\n')).toEqual([
      '\ufeff"Balance, $",Footnotes,From (USD),To (USD),Loans,Principal (USD),Share (%),Line,Column',
      '"50,000.00 and Below",1,,50000.00,2,90000.50,30.00,3,6',
      '"50,000.01 - 100,000.00",,50000.01,100000.00,3,210000.00,,4,6',
      'Total,,,,5,300000.50,100.00,6,6',
      '',
    ]))

  it('writes no total where none is printed, and the title where the labels have no header', () => {
    const { headers, rows } = stratificationTable({ ...balances, total: null, stub: null })
    expect(headers[0]).toBe('Current Principal Balances')
    expect(rows).toHaveLength(2)
  })
})
