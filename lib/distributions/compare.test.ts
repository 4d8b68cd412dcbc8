import { describe, expect, it } from 'vitest'
import type { Stratification } from '../report.ts'
import { type Loan, printOfRatios, printPool } from '../testing/drawn-pool.ts'
import type { Amount } from './answer.ts'
import { compareTables } from './compare.ts'
import type { CompareChoice } from './compared.ts'

/** Loans with ratios from 55 to 99, a dollar more each. */
const loans: Loan[] = Array.from({ length: 45 }, (_, order) => ({
  figure: 5500 + order * 100,
  balance: 10_000_000 + order * 100,
}))
const tableOf = (edges: number[]) => printPool(loans, { ...printOfRatios, edges })
const toCompare = (...tables: Stratification[]) => tables.map(table => ({ table, tables: [table] }))

const choice = (measure: Amount, edges: CompareChoice['edges'] = null): CompareChoice => ({
  measure,
  edges,
  rows: 'between',
})

describe('ranges side by side', () => {
  const [fives, tens] = [tableOf([6001, 6501, 7001, 7501, 8001, 9001]), tableOf([6001, 7001, 8001, 9001])]

  it('are brought to the edges that all print, where the same loans give the same figures', () => {
    const { edges, rows } = compareTables(toCompare(fives, tens), choice('loanCount', null))
    expect(edges).toEqual([60, 70, 80, 90, 99])
    expect(
      rows.map(({ label, values }) => [label, values.map(value => value && [value.low, value.high])]),
    ).toEqual([
      [
        '60 and below',
        [
          [6, 6],
          [6, 6],
        ],
      ],
      [
        '60.01 to 70',
        [
          [10, 10],
          [10, 10],
        ],
      ],
      [
        '70.01 to 80',
        [
          [10, 10],
          [10, 10],
        ],
      ],
      [
        '80.01 to 90',
        [
          [10, 10],
          [10, 10],
        ],
      ],
      [
        '90.01 to 99',
        [
          [9, 9],
          [9, 9],
        ],
      ],
    ])
    expect(rows[1]?.values.map(value => value?.printed ?? null)).toEqual([null, '60.01 to 70.00'])
  })

  it('are bounded at an edge that one does not print', () => {
    const { rows } = compareTables(toCompare(fives, tens), choice('loanCount', [75]))
    expect(rows.map(({ values }) => values.map(value => value && [value.low, value.high]))).toEqual([
      [
        [21, 21],
        [16, 26],
      ],
      [
        [24, 24],
        [19, 29],
      ],
    ])
  })

  it('tells whose rows do not add up to their total', () => {
    const wrong = {
      ...tens,
      total: tens.total && { ...tens.total, values: { ...tens.total.values, loanCount: 44 } },
    }
    expect(compareTables(toCompare(fives, wrong), choice('balancePct', null)).doNotAddUp).toEqual([1])
  })

  it('leaves out a table of which nothing can be asked, and says why', () => {
    const names = { ...fives, buckets: fives.buckets.map(row => ({ ...row, range: null })) }
    expect(compareTables(toCompare(fives, names), choice('loanCount', null)).left).toEqual([
      { table: 1, reason: 'rows-without-ranges' },
    ])
  })
})

describe('names side by side', () => {
  const named = (rows: [label: string, code: string | null, share: number][]): Stratification => ({
    ...tableOf([]),
    dimension: 'purpose',
    buckets: rows.map(([label, code, share]) => ({
      label,
      code,
      range: null,
      marks: [],
      values: { balancePct: share },
      places: {},
      at: { line: 1, start: 1, end: 2 },
    })),
    total: null,
    columns: [
      { measure: 'balancePct', header: '%', unit: 'percent', decimals: 2, at: { line: 1, start: 1, end: 2 } },
    ],
  })

  it('stand by what they mean, each with its printed label', () => {
    const one = named([
      ['Purchase', null, 60],
      ['Refinance (Rate/Term)', null, 30],
      ['Refinance (Cash-Out)', null, 10],
    ])
    const other = named([
      ['Rate & Term Refinance', null, 25],
      ['Purchase Money', null, 70],
      ['Cash-out Refinance', null, 5],
    ])
    const { rows } = compareTables(toCompare(one, other), choice('balancePct', null))
    expect(rows.map(({ label, values }) => [label, values.map(value => value?.printed)])).toEqual([
      ['Purchase', ['Purchase', 'Purchase Money']],
      ['Rate or term refinance', ['Refinance (Rate/Term)', 'Rate & Term Refinance']],
      ['Cash-out refinance', ['Refinance (Cash-Out)', 'Cash-out Refinance']],
    ])
  })

  it('never shows a share of loans as one of balance', () => {
    const one = named([
      ['Purchase', null, 60],
      ['Rate/Term', null, 40],
    ])
    const counted = {
      ...one,
      buckets: one.buckets.map(row => ({ ...row, values: { countPct: 50, loanCount: 5 } })),
    }
    const valuesOf = (measure: 'balancePct' | 'countPct') =>
      compareTables(toCompare(one, counted), choice(measure, null)).rows.map(({ values }) =>
        values.map(value => value?.low ?? null),
      )
    expect(valuesOf('balancePct')).toEqual([
      [59.995, null],
      [39.995, null],
    ])
    const loans = compareTables(toCompare(counted, counted), choice('loanCount', null)).rows
    expect(loans.map(({ values }) => values.map(value => value?.low))).toEqual([
      [5, 5],
      [5, 5],
    ])
    expect(valuesOf('countPct')).toEqual([
      [null, 50],
      [null, 50],
    ])
  })

  it('bounds what one does not print by its residual row, and by nothing where it prints all', () => {
    const one = named([
      ['Purchase', null, 60],
      ['Rate/Term', null, 40],
    ])
    const other = named([
      ['Purchase', null, 70],
      ['Other (each under 5%)', 'other', 30],
    ])
    const { rows } = compareTables(toCompare(one, other), choice('balancePct', null))
    expect(rows.find(({ label }) => label === 'Rate or term refinance')?.values[1]).toEqual({
      low: 0,
      high: 5,
      printed: null,
      open: ['Other (each under 5%)'],
    })
  })

  it('tells whose rows do not add up to their total', () => {
    const one = named([
      ['Purchase', null, 60],
      ['Rate/Term', null, 40],
    ])
    const wrong: Stratification = {
      ...one,
      columns: [
        {
          measure: 'loanCount',
          header: 'Loans',
          unit: 'count',
          decimals: 0,
          at: { line: 1, start: 1, end: 2 },
        },
      ],
      buckets: one.buckets.map(row => ({ ...row, values: { loanCount: 5, ...row.values } })),
      total: { label: 'Total', values: { loanCount: 11 }, places: {}, at: { line: 1, start: 1, end: 2 } },
    }
    expect(compareTables(toCompare(one, wrong), choice('balancePct', null)).doNotAddUp).toEqual([1])
  })
})
