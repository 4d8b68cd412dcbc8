import { describe, expect, it } from 'vitest'
import { inventTable, rangeOf } from '../fixtures/invented-table.ts'
import type { Check, Statistic, Stratification } from '../report.ts'
import { checkStratifications, listTablesOfOtherLoans } from './index.ts'

const rows = [
  { label: '5.01 to 6.00', loanCount: 3, balanceCents: 30_000_033, range: rangeOf(5.01, 6) },
  { label: '6.01 to 7.00', loanCount: 5, balanceCents: 51_234_567, range: rangeOf(6.01, 7) },
  { label: '7.01 to 8.00', loanCount: 1, balanceCents: 9_876_543, range: rangeOf(7.01, 8) },
]
const table = (id: string, more = {}) => inventTable({ id, rows, ...more })

function run(stratifications: Stratification[], statistics: Statistic[] = []): Check[] {
  return checkStratifications({ stratifications, statistics })
}
const ofCode = (checks: Check[], code: string) => checks.filter(check => check.code === code)
const failing = (checks: Check[]) => checks.filter(({ outcome }) => outcome === 'fail')

function change(
  target: Stratification,
  bucket: number | 'total',
  measure: string,
  by: number,
): Stratification {
  const copy = structuredClone(target)
  const row = bucket === 'total' ? copy.total : copy.buckets[bucket]
  if (row) row.values[measure] = (row.values[measure] ?? 0) + by
  return copy
}

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

describe('total-is-the-same-in-every-table', () => {
  it('compares each table with the first of its group and names it', () => {
    const checks = ofCode(run([table('a'), table('b'), table('c')]), 'total-is-the-same-in-every-table')
    expect(
      checks.map(({ stratification, measure, reference }) => [stratification, measure, reference]),
    ).toEqual([
      ['b', 'loanCount', 'a'],
      ['c', 'loanCount', 'a'],
      ['b', 'balanceCents', 'a'],
      ['c', 'balanceCents', 'a'],
    ])
  })
  it('fails the one table out of line, even when it comes first', () => {
    const first = change(table('a'), 'total', 'loanCount', 1)
    const checks = ofCode(run([first, table('b'), table('c')]), 'total-is-the-same-in-every-table')
    expect(failing(checks)).toMatchObject([{ stratification: 'a', reference: 'b', expected: 10, found: 9 }])
  })
  it('does not compare a table of other loans, whose rows add up to a total of its own', () => {
    const part = inventTable({
      id: 'part',
      dimension: 'purpose',
      rows: rows.map(row => ({ ...row, loanCount: row.loanCount * 2, balanceCents: row.balanceCents * 2 })),
    })
    const tables = [table('a'), table('b'), part]
    const checks = ofCode(run(tables), 'total-is-the-same-in-every-table')
    expect(checks.map(({ stratification }) => stratification)).toEqual(['b', 'b'])
    expect(listTablesOfOtherLoans(tables)).toMatchObject([{ code: 'table-is-of-other-loans', at: part.at }])
    expect(listTablesOfOtherLoans([table('a'), change(table('b'), 'total', 'loanCount', 1)])).toEqual([])
  })
  it('never compares one loan group with another', () => {
    const tables = [table('a', { loanGroup: 'Group 1' }), table('b', { loanGroup: 'Group 2' })]
    expect(ofCode(run(tables), 'total-is-the-same-in-every-table')).toEqual([])
  })
})

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

describe('groups-add-up-to-aggregate', () => {
  const group = (loanGroup: string | null, factor: number) =>
    inventTable({
      id: loanGroup ?? 'all',
      dimension: 'mortgage-rate',
      loanGroup,
      rows: rows.map(row => ({
        ...row,
        loanCount: row.loanCount * factor,
        balanceCents: row.balanceCents * factor,
      })),
    })
  it('adds the groups in every row and in the total', () => {
    const checks = run([group('Loan Group 1', 1), group('Loan Group 2', 2), group(null, 3)])
    expect(ofCode(checks, 'groups-add-up-to-aggregate')).toHaveLength(8)
    expect(failing(checks)).toEqual([])
  })
  it('fails the row of the whole pool that the groups do not give', () => {
    const whole = change(group(null, 3), 1, 'loanCount', -1)
    const checks = run([group('Loan Group 1', 1), group('Loan Group 2', 2), whole])
    expect(failing(ofCode(checks, 'groups-add-up-to-aggregate'))).toMatchObject([
      { stratification: 'all', bucket: 1 },
    ])
  })
  it('does not arise where every table foots and the groups come to another whole', () => {
    const checks = run([group('Loan Group 1', 1), group('Loan Group 2', 2), group(null, 4)])
    expect(ofCode(checks, 'groups-add-up-to-aggregate')).toEqual([])
  })
  it('does not arise while a group of the family has no such table', () => {
    const other = inventTable({ id: 'x', dimension: 'purpose', loanGroup: 'Loan Group 3', rows })
    const checks = run([group('Loan Group 1', 1), group('Loan Group 2', 2), group(null, 3), other])
    expect(ofCode(checks, 'groups-add-up-to-aggregate')).toEqual([])
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
