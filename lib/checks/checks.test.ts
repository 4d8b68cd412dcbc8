import { describe, expect, it } from 'vitest'
import { change, failing, ofCode, run, table } from '../fixtures/checked-tables.ts'
import { inventTable, rangeOf } from '../fixtures/invented-table.ts'
import type { Statistic, Stratification } from '../report.ts'

describe('a table that foots', () => {
  it('passes a column check a measure and a percent check a row, each at its printed figure', () => {
    const one = table('a')
    const checks = run([one])
    expect(checks.map(({ code }) => code)).toEqual([
      ...Array(3).fill('column-adds-up-to-total'),
      ...Array(3).fill('row-percent-matches-balance'),
    ])
    expect(failing(checks)).toEqual([])
    expect(checks[1]?.at).toEqual(one.total?.places.balanceCents)
    expect(checks[4]).toMatchObject({
      bucket: 1,
      measure: 'balancePct',
      at: one.buckets[1]?.places.balancePct,
    })
  })
})

describe('column-adds-up-to-total', () => {
  it('is not made where a row prints a star, unless the other rows come to more than the total', () => {
    const starred = table('a')
    const [first] = starred.buckets
    if (first) first.values.balancePct = null
    const sums = ofCode(run([starred]), 'column-adds-up-to-total')
    expect(sums.map(({ measure }) => measure)).toEqual(['loanCount', 'balanceCents'])
    const tooMuch = change(starred, 1, 'balancePct', 40)
    expect(failing(ofCode(run([tooMuch]), 'column-adds-up-to-total'))).toMatchObject([
      { measure: 'balancePct' },
    ])
  })
  it('allows counts and cents nothing, and percents half a unit a row', () => {
    const tolerances = ofCode(run([table('a')]), 'column-adds-up-to-total').map(({ tolerance }) => tolerance)
    expect(tolerances).toEqual([0, 0, 0.015])
  })
  it('adds the half unit of a total that is not a whole 100', () => {
    const check = ofCode(run([change(table('a'), 'total', 'balancePct', 0.02)]), 'column-adds-up-to-total')[2]
    expect(check?.tolerance).toBeCloseTo(0.02, 12)
  })
  it('allows whole dollars half a dollar a row and half for the total', () => {
    const whole = table('a')
    const column = whole.columns[1]
    if (column) column.decimals = 0
    expect(ofCode(run([whole]), 'column-adds-up-to-total')[1]?.tolerance).toBe(200)
  })
  it('fails a count that is one off', () => {
    expect(failing(run([change(table('a'), 0, 'loanCount', 1)]))).toMatchObject([
      { code: 'column-adds-up-to-total', measure: 'loanCount', expected: 9, found: 10 },
    ])
  })
  it('fails a cent that is one off', () => {
    expect(failing(run([change(table('a'), 2, 'balanceCents', 1)]))).toMatchObject([
      { code: 'column-adds-up-to-total', measure: 'balanceCents', found: 91_111_144 },
    ])
  })
  it('does not arise without a total row', () => {
    expect(ofCode(run([{ ...table('a'), total: null }]), 'column-adds-up-to-total')).toEqual([])
  })
})

describe('row-percent-matches-balance', () => {
  it('compares with the full share and allows half a unit', () => {
    const check = ofCode(run([table('a')]), 'row-percent-matches-balance')[0]
    expect(check).toMatchObject({ expected: 32.93, tolerance: 0.005 })
    expect(check?.found).toBeCloseTo((30_000_033 / 91_111_143) * 100, 10)
  })
  it('fails a percent two units off', () => {
    const checks = ofCode(run([change(table('a'), 1, 'balancePct', 0.02)]), 'row-percent-matches-balance')
    expect(failing(checks)).toMatchObject([{ bucket: 1, expected: 56.25 }])
  })
  it('takes percents of the whole pool where a group prints those', () => {
    const pool = inventTable({
      id: 'pool',
      rows: [{ label: 'All', loanCount: 27, balanceCents: 300_000_000 }],
    })
    const group = table('group', { loanGroup: 'Group 1', percentOfCents: 300_000_000 })
    const checks = run([pool, group])
    expect(failing(checks)).toEqual([])
    expect(ofCode(checks, 'total-percent-matches-balance')).toMatchObject([{ expected: 30.37 }])
  })
  it('takes percents of the group where a group prints those', () => {
    const pool = inventTable({
      id: 'pool',
      rows: [{ label: 'All', loanCount: 27, balanceCents: 300_000_000 }],
    })
    expect(failing(run([pool, table('group', { loanGroup: 'Group 1' })]))).toEqual([])
  })
})

describe('total-percent-matches-balance', () => {
  it('does not arise for 100, and fails what is neither 100 nor the sum of the rows', () => {
    expect(ofCode(run([table('a')]), 'total-percent-matches-balance')).toEqual([])
    const failed = ofCode(
      run([change(table('a'), 'total', 'balancePct', 0.01)]),
      'total-percent-matches-balance',
    )
    expect(failed).toMatchObject([{ outcome: 'fail', expected: 100.01, found: 100 }])
  })
})

describe('percents without balances', () => {
  it('cannot come to more than all', () => {
    const shifted = table('a')
    for (const row of [...shifted.buckets, ...(shifted.total ? [shifted.total] : [])])
      row.values = { balancePct: (row.values.balanceCents ?? 0) / 100 }
    expect(failing(run([shifted]))).toMatchObject([
      { code: 'total-percent-matches-balance', expected: 911_111.43, found: 100 },
    ])
  })
  it('may come to less, for a group is a part of its pool', () => {
    const part = table('a', { percentOfCents: 300_000_000 })
    for (const row of [...part.buckets, ...(part.total ? [part.total] : [])])
      row.values = { balancePct: row.values.balancePct ?? null }
    expect(failing(run([part]))).toEqual([])
  })
})

describe('stated-figure-matches-the-rows', () => {
  const exact = inventTable({
    id: 'remaining-term',
    dimension: 'remaining-term',
    rows: [
      { label: '360', loanCount: 1, balanceCents: 7_549_900, range: rangeOf(360, 360) },
      { label: '340', loanCount: 1, balanceCents: 2_450_100, range: rangeOf(340, 340) },
    ],
  })
  const stated = (id: string, value: number, table: Stratification, unit: Statistic['unit']): Statistic => ({
    key: id,
    id,
    loanGroup: null,
    unit,
    stated: value,
    decimals: 0,
    recomputed: null,
    bounds: null,
    stratification: table.id,
    reason: null,
    at: { line: 60, start: 5, end: 8 },
  })
  const check = (value: number) =>
    ofCode(run([exact], [stated('wam', value, exact, 'months')]), 'stated-figure-matches-the-rows')[0]
  it('allows an exact mean half a unit of the stated figure', () => {
    expect(check(355)).toMatchObject({ outcome: 'pass', tolerance: 0.5, statistic: 'wam' })
    expect(check(355)?.found).toBeCloseTo(355.0998, 8)
    expect(check(356)?.outcome).toBe('fail')
  })
  it('allows an average printed in thousands in a total half a unit of what is printed', () => {
    const thousands = structuredClone(exact)
    const at = { line: 9, start: 80, end: 85 }
    const header = 'Average Balance'
    const printed = { measure: 'averageBalanceCents', header, unit: 'cents' as const, decimals: 1, at }
    thousands.columns.push({ ...printed, scale: 1000, thousands: true })
    if (thousands.total) thousands.total.places.averageBalanceCents = at
    const average = (value: number) => {
      const statistic = { ...stated('average-balance', value, thousands, 'cents'), decimals: 1, at }
      return ofCode(run([thousands], [statistic]), 'stated-figure-matches-the-rows')[0]
    }
    expect(average(5_000_000 + 4_000)).toMatchObject({ outcome: 'pass', tolerance: 5_000 })
    expect(average(5_000_000 + 6_000)?.outcome).toBe('fail')
  })
  it('wants a figure inside the bounds that ranges allow', () => {
    const ltv = table('original-ltv', { dimension: 'original-ltv' })
    const at = (value: number) =>
      ofCode(run([ltv], [stated('waltv', value, ltv, 'percent')]), 'stated-figure-matches-the-rows')[0]
    expect(at(6)).toMatchObject({ outcome: 'pass', expected: 6, found: 6 })
    expect(at(8)?.outcome).toBe('fail')
    expect(at(8)?.bounds?.map(bound => bound.toFixed(2))).toEqual(['5.79', '6.78'])
  })
})
