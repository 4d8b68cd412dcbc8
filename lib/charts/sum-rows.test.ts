import { describe, expect, it } from 'vitest'
import { cellKey } from '../evidence/failing-cells.ts'
import type { Bucket, Range, Stratification } from '../report.ts'
import { chartModel } from './chart-model.ts'
import { chartSource } from './chart-source.ts'
import { sumRows } from './sum-rows.ts'

const at = { line: 1, start: 1, end: 2 }
type Row = { range?: Partial<Range> | null; cents?: number | null; loans?: number | null }

function table(rows: Row[], dimension: string | null = 'mortgage-rate'): Stratification {
  const column = (measure: string) => ({ measure, header: measure, unit: null, decimals: 0, at })
  return {
    id: 'a',
    dimension,
    title: 'A',
    marks: [],
    loanGroup: null,
    stub: null,
    columns: [column('loanCount'), column('balanceCents'), column('balancePct')],
    buckets: rows.map(
      ({ range = null, cents = 100, loans = 1 }, order): Bucket => ({
        label: `row ${order}`,
        range: range && { low: null, high: null, lowIncluded: true, highIncluded: true, ...range },
        code: null,
        marks: [],
        values: { balanceCents: cents, loanCount: loans, balancePct: 0.01 },
        places: {},
        at,
      }),
    ),
    total: null,
    footnotes: [],
    at,
  }
}

const sumOf = (table: Stratification | null, measure: string) =>
  table?.buckets.reduce((sum, { values }) => sum + (values[measure] ?? 0), 0)

const values = Array.from({ length: 5000 }, (_, n) => Number((4 + n / 1000).toFixed(3)))
const ranges = Array.from({ length: 3000 }, (_, n) => ({ low: n * 1000 + 1, high: (n + 1) * 1000 }))

describe('rows added up', () => {
  it('stand in round bins where all have exact values, each value in one', () => {
    const given = table(values.map((value, n) => ({ range: { low: value, high: value }, cents: 100 + n })))
    const { table: summed, says } = sumRows(given)
    expect(says).toBe('Drawn as 25 bins, each the exact sum of its rows; the table has 5,000.')
    expect(summed?.buckets[0]).toMatchObject({
      label: '4 to under 4.2',
      range: { low: 4, high: 4.2, highIncluded: false },
      values: { loanCount: 200, balanceCents: 200 * 100 + (199 * 200) / 2 },
    })
    expect(sumOf(summed, 'balanceCents')).toBe(sumOf(given, 'balanceCents'))
  })

  it('stand as neighbouring ranges joined, an open end by itself', () => {
    const open = { low: 3_000_001, high: null }
    const { table: summed } = sumRows(
      table(
        [...ranges, open].map(range => ({ range })),
        'current-balance',
      ),
    )
    expect(summed?.buckets).toHaveLength(48)
    expect(summed?.buckets[0]?.range).toMatchObject({ low: 1, high: 64_000 })
    expect(summed?.buckets.at(-1)?.range).toMatchObject(open)
    expect(sumOf(summed, 'loanCount')).toBe(3001)
  })

  it('keep those without a range together, beside the axis', () => {
    const rows = [
      ...ranges.map(range => ({ range })),
      ...Array.from({ length: 400 }, () => ({ range: null })),
    ]
    const { table: summed } = sumRows(table(rows))
    expect(summed?.buckets.at(-1)).toMatchObject({
      label: '400 rows without a range',
      values: { loanCount: 400 },
    })
    const model = chartModel(chartSource(summed ?? table([])), 'balance')
    expect(model.kind).toBe('histogram')
  })

  it('are the largest and the others where they are names, or ranges that overlap', () => {
    const names = Array.from({ length: 150 }, (_, n) => ({ cents: n + 1 }))
    const overlapping = names.map((row, n) => ({ ...row, range: { low: n, high: n + 2 } }))
    for (const rows of [names, overlapping]) {
      const { table: summed, says } = sumRows(table(rows))
      expect(says).toBe(
        'The 13 largest rows are drawn one by one; the other 137 are one bar, their exact sum.',
      )
      expect(summed?.buckets.map(({ label }) => label).at(-1)).toBe('137 other rows')
      expect(summed?.buckets[0]?.values.balanceCents).toBe(150)
      expect(sumOf(summed, 'balanceCents')).toBe((150 * 151) / 2)
      expect(chartModel(chartSource(summed ?? table([])), 'balance').kind).toBe('bars')
    }
  })

  it('add what every row prints, and no percents, which are rounded', () => {
    const rows = values.map((value, n) => ({ range: { low: value, high: value }, cents: n === 7 ? null : 1 }))
    const { table: summed } = sumRows(table(rows))
    expect(Object.keys(summed?.buckets[0]?.values ?? {})).toEqual(['loanCount'])
  })

  it('are not drawn where no figure is printed throughout', () => {
    const rows = values.map((_, n) => ({ cents: n === 7 ? null : 1, loans: n === 8 ? null : 1 }))
    const { table: summed, says } = sumRows(table(rows))
    expect(summed).toBeNull()
    expect(says).toMatch(/^No chart is drawn: its 5,000 rows are too many/)
  })

  it('marks the sums that have a row on which a check fails, each by the figure that it is about', () => {
    const long = table(values.map(value => ({ range: { low: value, high: value } })))
    const fails = new Set([
      cellKey({ row: 7, measure: 'balancePct' }),
      cellKey({ row: 8, measure: 'balanceCents' }),
      cellKey({ row: 4999, measure: 'loanCount' }),
    ])
    const summed = sumRows(long, fails)
    const last = (summed.table?.buckets.length ?? 0) - 1
    expect(summed.fails).toEqual([
      { row: 0, measure: 'balanceCents' },
      { row: last, measure: 'loanCount' },
    ])
    expect(sumRows(long).fails).toEqual([])
  })
})
