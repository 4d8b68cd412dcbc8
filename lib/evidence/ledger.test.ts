import { describe, expect, it } from 'vitest'
import { buildMatrix } from '../layout/check-matrix.ts'
import { groupChecks, layOutStrip } from '../layout/strip-layout.ts'
import { inventCheck, inventReport, on } from '../testing/invented-report.ts'
import { formatCheck } from '../words/check-figures.ts'
import { nameCheck, splitByInterest } from '../words/name-check.ts'
import { listStatedFigures, placeInterval } from './stated-figures.ts'

const report = inventReport()
const months = { code: 'stated-figure-matches-the-rows', statistic: 'wam', at: on(18, 1, 4), tolerance: 0.5 }

describe('figures of a check', () => {
  it('shows what tells the side of the tolerance', () => {
    const [stated] = report.statistics
    const statistics = stated
      ? [{ ...stated, id: 'wam', unit: 'months' as const, decimals: 0, at: on(18, 1, 4) }]
      : []
    const check = inventCheck({ ...months, expected: 355, found: 355.499 })
    expect(formatCheck(inventReport({ statistics }), check)).toMatchObject({
      printed: '355',
      found: '355.499',
      difference: '+0.499',
      allowed: '±0.5',
    })
  })
  it('shows a sum that ends where the print ends without more decimals', () => {
    const check = inventCheck({
      ...sumOf('balancePct'),
      expected: 100,
      found: 100.02000000000001,
      tolerance: 0.055,
    })
    expect(formatCheck(report, check)).toMatchObject({
      found: '100.02',
      difference: '+0.02',
      allowed: '±0.055',
    })
  })
  it('says an open interval in words', () => {
    const bounds: [number, number] = [65, Number.MAX_VALUE]
    const check = inventCheck({ ...sumOf('balancePct'), expected: 70, found: 70, bounds })
    expect(formatCheck(report, check).allowed).toBe('65.00 or more')
  })
})

function sumOf(measure: string) {
  return { code: 'column-adds-up-to-total', measure, at: on(15, 58, 64) }
}

describe('the matrix', () => {
  const { kinds, rows, outside } = buildMatrix(report)
  it('has a column for each kind, sums by measure', () => {
    expect(kinds.map(({ heading }) => heading)).toEqual([
      'Balance, sum',
      'Row % = row ÷ total',
      'Stated figure',
    ])
  })
  it('says the sum, the count, the stated figure', () => {
    expect(rows[0]?.cells.map(({ says }) => says)).toEqual(['10,000,000.00', '2 of 2', 'WAC, net 6.250%'])
  })
  it('keeps a check of an unknown code, outside every table', () => {
    const check = inventCheck({ code: 'moon-is-full', at: on(1, 1, 2), stratification: null })
    const matrix = buildMatrix(inventReport({ checks: [check] }))
    expect(matrix.kinds.map(({ heading }) => heading)).toEqual(['Moon is full'])
    expect(matrix.outside).toEqual([check])
    expect(outside).toEqual([])
  })
  it('counts the checks of a table in full of which the report has some', () => {
    const sum = { code: 'column-adds-up-to-total', measure: 'balanceCents', passed: 1, failed: 0 }
    const rowPct = { code: 'row-percent-matches-balance', measure: 'balancePct', passed: 4990, failed: 10 }
    const { kinds, rows } = buildMatrix(report, [{ id: 'purpose', kinds: [sum, rowPct] }])
    expect(kinds.map(({ count }) => count)).toEqual([1, 5000])
    expect(rows[0]).toMatchObject({ count: 5001, failed: 10 })
    expect(rows[0]?.cells.map(({ says }) => says)).toEqual(['10,000,000.00', '4,990 of 5,000'])
  })
  it('names the table that totals are held against', () => {
    const other = { ...inventTableAs('occupancy') }
    const check = inventCheck({
      code: 'total-is-the-same-in-every-table',
      measure: 'loanCount',
      stratification: 'occupancy',
      reference: 'purpose',
      at: on(30, 1, 3),
    })
    const matrix = buildMatrix(
      inventReport({ stratifications: [...report.stratifications, other], checks: [check] }),
    )
    expect(matrix.rows.map(({ cells }) => cells[0]?.says)).toEqual(['reference', '0'])
  })
})

function inventTableAs(id: string) {
  const [table] = report.stratifications
  if (!table) throw new Error('The invented report has a table')
  return { ...table, id }
}

describe('the list of checks', () => {
  it('names what each is about', () => {
    expect(report.checks.map(check => nameCheck(report, check))).toEqual([
      'Balance, 2 rows',
      'Purchase, % of balance',
      'Refinance/Cash Out, % of balance',
      'WAC, net',
    ])
  })
  it('never folds a failure away', () => {
    const row = (bucket: number) =>
      inventCheck({ code: 'row-percent-matches-balance', bucket, at: on(20 + bucket, 1, 2) })
    const checks = Array.from({ length: 20 }, (_, bucket) => row(bucket))
    const failing = { ...row(19), outcome: 'fail' as const }
    const { shown, folded } = splitByInterest([...checks.slice(0, 19), failing], 4)
    expect(shown[0]).toBe(failing)
    expect([shown.length, folded.length]).toEqual([5, 15])
  })
})

describe('stated figures', () => {
  it('puts each beside what the rows give', () => {
    expect(listStatedFigures(report)).toMatchObject([
      { name: 'WAC, net', stated: '6.250%', recomputed: '6.25020%', outcome: 'pass', reason: null },
    ])
  })
  it('draws a figure inside what is allowed', () => {
    expect(placeInterval(inventCheck({ ...months, expected: 355, found: 355.25 }))).toEqual({
      low: 0,
      high: 100,
      point: 75,
      centre: 50,
    })
  })
  it('widens the drawing for one outside', () => {
    const { high, point } = placeInterval(inventCheck({ ...months, expected: 355, found: 356.5 }))
    expect([high, point]).toEqual([50, 100])
  })
})

describe('the proof strip', () => {
  it('groups by table in the filing’s order, the whole filing last', () => {
    const loose = inventCheck({ code: 'moon-is-full', at: on(1, 1, 2), stratification: null })
    const groups = groupChecks([loose, ...report.checks], report.stratifications)
    expect(groups.map(({ stratification, outcomes }) => [stratification, outcomes.length])).toEqual([
      ['purpose', 4],
      [null, 1],
    ])
  })
  it('draws one mark per check, failures apart and taller', () => {
    const { passes, fails } = layOutStrip([{ stratification: null, outcomes: ['pass', 'pass', 'fail'] }])
    expect([passes.match(/M/g)?.length, fails.match(/M/g)?.length]).toEqual([2, 1])
    expect(fails).toContain('v18')
  })
  it('wraps thousands into rows', () => {
    const outcomes = Array.from({ length: 2000 }, () => 'pass' as const)
    const { width, height } = layOutStrip([{ stratification: null, outcomes }])
    expect(width).toBeLessThanOrEqual(1200)
    expect(height).toBe(18 * Math.ceil(2000 / 240))
  })
  it('draws nothing for no checks', () => expect(layOutStrip([]).width).toBe(0))
})
