import { describe, expect, it } from 'vitest'
import { severalFigures } from './cut.ts'
import type { LoanKey } from './loan-key.ts'
import { decimalsOf, sayFieldValue, sayLoanValue } from './say-value.ts'

const key = (more: Partial<LoanKey>): LoanKey => ({
  key: 'x',
  name: 'X',
  title: 'X',
  unit: 'count',
  decimals: 0,
  of: () => null,
  cut: null,
  words: [],
  ...more,
})

describe('what a loan has', () => {
  it.each([
    [123456789, { unit: 'cents' }, '1,234,567.89'],
    [-50, { unit: 'cents' }, '−0.50'],
    [6.055, { unit: 'percent' }, '6.055'],
    [0.06055, {}, '0.06055'],
    [12345, {}, '12,345'],
    [1998, { key: 'yearBuiltNumber' }, '1998'],
    ['2036-03-06', { unit: 'date' }, '6 Mar 2036'],
    ['2036-03', { unit: 'date', isMonth: true }, 'March 2036'],
    ['true', { unit: 'text' }, 'Yes'],
    [severalFigures, { unit: 'text' }, 'Several'],
    [severalFigures, { unit: 'ratio' }, 'Several'],
    [null, {}, null],
  ] as const)('%s %o is said %s', (value, more, said) => {
    expect(sayLoanValue(value, key(more), decimalsOf([value], key(more)))).toBe(said)
  })

  it('has as many decimals as the finest of its column, so that none is rounded', () => {
    const rate = key({ unit: 'percent' })
    const decimals = decimalsOf([6.7, 5.89283, null], rate)
    expect(sayLoanValue(6.7, rate, decimals)).toBe('6.70000')
    expect(sayLoanValue(5.89283, rate, decimals)).toBe('5.89283')
  })

  it('has two decimals of what is computed from two amounts, and all of what is told', () => {
    const cut = { dimension: 'original-ltv', title: 'LTV', unit: 'percent', of: () => null } as const
    const ltv = key({ unit: 'percent', cut })
    const said = (...values: number[]) =>
      values.map(value => sayLoanValue(value, ltv, decimalsOf(values, ltv)))
    expect(said(72.4637681159, 80)).toEqual(['72.46', '80.00'])
    expect(said(72.4637681159, 80.125)).toEqual(['72.464', '80.125'])
    expect(said(72.463768)).toEqual(['72.463768'])
  })
})

describe('a value of a field', () => {
  it.each([
    [6400000000, 'originalLoanAmount', { type: 'amount' }, '$64,000,000.00'],
    [-125, 'adjustmentAmount', { type: 'amount' }, '−$1.25'],
    [0.0001905, 'feeRate', { type: 'percentage' }, '0.0001905'],
    [2019, 'vehicleModelYear', { type: 'integer' }, '2019'],
    ['2026-03-11', 'endDate', { type: 'date' }, '11 March 2026'],
    ['2030-01', 'maturity', { type: 'month' }, 'January 2030'],
    ['false', 'balloonIndicator', { type: 'indicator' }, 'No'],
    ['3', 'methodCode', { type: 'code', words: { '3': 'actual/360' } }, 'Actual/360'],
    ['=1+1', 'propertyName', { type: 'text' }, '=1+1'],
  ] as const)('%s of %s is said in words', (value, name, schema, said) => {
    expect(sayFieldValue(value, name, schema)).toBe(said)
  })
})
