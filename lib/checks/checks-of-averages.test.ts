import { describe, expect, it } from 'vitest'
import { change, failing, ofCode, run, table } from '../fixtures/checked-tables.ts'
import { inventTable, rangeOf } from '../fixtures/invented-table.ts'
import type { Stratification } from '../report.ts'

describe('row-average-is-inside-its-range', () => {
  const balances = (balanceCents: number) =>
    inventTable({
      id: 'current-balance',
      dimension: 'current-balance',
      rows: [
        { label: '$100,001 - $150,000', loanCount: 2, balanceCents, range: rangeOf(10_000_100, 15_000_000) },
        { label: 'Over $150,000', loanCount: 1, balanceCents: 16_000_000, range: rangeOf(15_000_000, null) },
      ],
    })
  const check = (balanceCents: number) =>
    ofCode(run([balances(balanceCents)]), 'row-average-is-inside-its-range')[0]
  it('counts both ends as inside', () => {
    expect(check(30_000_000)).toMatchObject({ outcome: 'pass', bounds: [10_000_100, 15_000_000] })
    expect(check(20_000_200)?.outcome).toBe('pass')
  })
  it('fails an average beyond the range and names the nearest end', () => {
    expect(check(30_000_200)).toMatchObject({ outcome: 'fail', expected: 15_000_100, found: 15_000_000 })
  })
  it('leaves an open end open', () => {
    const checks = ofCode(run([balances(24_000_000)]), 'row-average-is-inside-its-range')
    expect(checks[1]).toMatchObject({ outcome: 'pass', expected: 16_000_000, bounds: null })
  })
  it('does not arise for balances of another kind', () => {
    const original = { ...balances(24_000_000), dimension: 'original-balance' }
    expect(ofCode(run([original]), 'row-average-is-inside-its-range')).toEqual([])
  })
})

describe('columns of averages', () => {
  const averages = (rates: (number | null)[], total: number): Stratification => {
    const one = table('rates', { dimension: 'mortgage-rate' })
    const at = { line: 11, start: 85, end: 90 }
    one.columns.push({ measure: 'waRatePct', header: 'Average Rate', unit: 'percent', decimals: 3, at })
    one.buckets.forEach((bucket, index) => {
      bucket.values.waRatePct = rates[index] ?? null
      bucket.places.waRatePct = at
    })
    if (one.total) Object.assign(one.total.values, { waRatePct: total })
    if (one.total) Object.assign(one.total.places, { waRatePct: at })
    return one
  }
  const mean = (5.5 * 30_000_033 + 6.5 * 51_234_567 + 7.5 * 9_876_543) / 91_111_143
  it('compares the total row with the balance-weighted mean of the rows', () => {
    const right = averages([5.5, 6.5, 7.5], Number(mean.toFixed(3)))
    expect(ofCode(run([right]), 'weighted-average-matches-rows')).toMatchObject([
      { outcome: 'pass', tolerance: 0.001 },
    ])
    const wrong = averages([5.5, 6.5, 7.5], Number(mean.toFixed(3)) + 0.003)
    expect(failing(run([wrong]))).toMatchObject([{ code: 'weighted-average-matches-rows' }])
  })
  it('does not guess when a row prints none', () => {
    expect(ofCode(run([averages([5.5, null, 7.5], 6.2)]), 'weighted-average-matches-rows')).toEqual([])
  })
  it('holds the total row between the least and the greatest row where no balance is read to weigh them by', () => {
    const unweighed = (total: number) => {
      const one = averages([5.5, 6.5, 7.5], total)
      one.columns = one.columns.filter(({ measure }) => !measure?.startsWith('balance'))
      for (const row of [...one.buckets, ...(one.total ? [one.total] : [])])
        for (const measure of ['balanceCents', 'balancePct', 'averageBalanceCents'])
          delete row.values[measure]
      return one
    }
    const code = 'weighted-average-matches-rows'
    expect(ofCode(run([unweighed(7.5)]), code)).toMatchObject([{ outcome: 'pass', bounds: [5.5, 7.5] }])
    expect(ofCode(run([unweighed(40.05)]), code)).toMatchObject([{ outcome: 'fail', found: 7.5 }])
  })
  it('fails a row whose own average lies outside its range', () => {
    const failed = ofCode(run([averages([6.2, 6.5, 7.5], 6.5)]), 'row-average-is-inside-its-range')
    expect(failing(failed)).toMatchObject([{ bucket: 0, measure: 'waRatePct', expected: 6.2, found: 6 }])
  })
})

describe('average-balance-matches-row', () => {
  it('compares every row and the total with balance over loans', () => {
    const one = table('a')
    const at = { line: 11, start: 85, end: 90 }
    one.columns.push({ measure: 'averageBalanceCents', header: 'Average', unit: 'cents', decimals: 2, at })
    for (const row of [...one.buckets, ...(one.total ? [one.total] : [])]) {
      row.values.averageBalanceCents = Math.round(
        (row.values.balanceCents ?? 0) / (row.values.loanCount ?? 1),
      )
      row.places.averageBalanceCents = at
    }
    const checks = ofCode(run([one]), 'average-balance-matches-row')
    expect(checks.map(({ bucket, outcome }) => [bucket, outcome])).toEqual([
      [0, 'pass'],
      [1, 'pass'],
      [2, 'pass'],
      [null, 'pass'],
    ])
    expect(failing(run([change(one, 1, 'averageBalanceCents', 10)])).map(({ bucket }) => bucket)).toEqual([1])
  })
  it('does not hold an average of original balances against current ones', () => {
    const one = table('a')
    const at = { line: 11, start: 85, end: 90 }
    const header = 'Average Original Balance'
    one.columns.push({ measure: 'averageOriginalBalanceCents', header, unit: 'cents', decimals: 2, at })
    for (const row of one.buckets) {
      row.values.averageOriginalBalanceCents = 12_000_000
      row.places.averageOriginalBalanceCents = at
    }
    expect(ofCode(run([one]), 'average-balance-matches-row')).toEqual([])
    for (const row of one.buckets) row.values.originalBalanceCents = row.values.loanCount ?? 0
    expect(failing(run([one]))).toHaveLength(3)
  })
})
