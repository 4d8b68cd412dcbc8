import { describe, expect, it } from 'vitest'
import { inventTable, rangeOf } from '../fixtures/invented-table.ts'
import type { Range, Stratification } from '../report.ts'
import { checkStratifications } from './index.ts'
import { findReach } from './range-reach.ts'

type Row = [label: string, range: Range | null, average?: number]

/** A table of ranges with a column that averages them. */
function ranges(dimension: string, rows: Row[], column: { measure: string; header: string }): Stratification {
  const table = inventTable({
    dimension,
    title: column.header,
    rows: rows.map(([label, range]) => ({
      label,
      loanCount: 2,
      balanceCents: 20_000_000,
      ...(range ? { range } : {}),
    })),
  })
  const at = { line: 11, start: 85, end: 90 }
  table.columns.push({ ...column, unit: 'percent', decimals: 2, at })
  for (const [index, bucket] of table.buckets.entries()) {
    bucket.values[column.measure] = rows[index]?.[2] ?? null
    bucket.places[column.measure] = at
  }
  return table
}

const ltv = { measure: 'waLtvPct', header: 'Weighted Average Original LTV' }
const outcomes = (table: Stratification) =>
  checkStratifications({ stratifications: [table], statistics: [] })
    .filter(({ code }) => code === 'row-average-is-inside-its-range')
    .map(({ outcome }) => outcome)

describe('how far a row reaches beyond its printed ends', () => {
  it('is up to the next row where ratios are cut to whole percents', () => {
    const table = ranges(
      'original-ltv',
      [
        ['70 - 74', rangeOf(70, 74), 74.6],
        ['75 - 79', rangeOf(75, 79), 80.4],
        ['80 - 84', rangeOf(80, 84), 82],
      ],
      ltv,
    )
    expect(findReach(table)).toEqual([
      { below: 1, above: 1 },
      { below: 1, above: 1 },
      { below: 1, above: 1 },
    ])
    expect(outcomes(table)).toEqual(['pass', 'fail', 'pass'])
  })
  it('is nothing where one row ends as the next begins', () => {
    const table = ranges(
      'original-ltv',
      [
        ['70.00 - 75.00', rangeOf(70, 75), 75.3],
        ['75.00 - 80.00', rangeOf(75, 80), 77],
      ],
      ltv,
    )
    expect(findReach(table)[0]).toEqual({ below: 0.01, above: 0 })
    expect(outcomes(table)).toEqual(['fail', 'pass'])
  })
  it('does not bridge a row that is left out', () => {
    const table = ranges(
      'original-ltv',
      [
        ['60.01 - 65.00', rangeOf(60.01, 65), 66],
        ['75.01 - 80.00', rangeOf(75.01, 80), 77],
      ],
      ltv,
    )
    expect(outcomes(table)).toEqual(['fail', 'pass'])
  })
  it('is a year of a term that is named in years', () => {
    const table = ranges('original-term', [['15 Years', rangeOf(180, 180), 178.3]], {
      measure: 'waOriginalTermMonths',
      header: 'Weighted Average Original Term',
    })
    expect(outcomes(table)).toEqual(['pass'])
  })
  it('is null for a row without a range', () => {
    expect(findReach(ranges('original-ltv', [['Not Available', null]], ltv))).toEqual([null])
  })
})

describe('the average of the table’s own dimension', () => {
  const row = (average: number): Row[] => [['75.01 to 80.00', rangeOf(75.01, 80), average]]
  it.each([
    ['original-ltv', 'waLtvPct', 'Weighted Average LTV', ['fail']],
    ['original-ltv', 'waCltvPct', 'Weighted Average CLTV', []],
    ['combined-ltv', 'waCltvPct', 'Weighted Average CLTV', ['fail']],
    ['current-ltv', 'waCurrentLtvPct', 'Weighted Average Current LTV', ['fail']],
    ['maximum-rate', 'waMaximumRatePct', 'Weighted Average Maximum Rate', ['fail']],
    ['maximum-rate', 'waMaximumRatePct', 'Weighted Average Lifetime Cap', []],
    ['minimum-rate', 'waMinimumRatePct', 'Weighted Average Minimum Rate', ['fail']],
    ['months-to-adjustment', 'waMonthsToAdjustment', 'Months to Next Adjustment', ['fail']],
  ])('of %s is not %s under “%s” unless it is the same', (dimension, measure, header, expected) => {
    expect(outcomes(ranges(dimension, row(85), { measure, header }))).toEqual(expected)
  })
  it('is the net rate where the title speaks of net rates, and never the gross one', () => {
    const rates = (measure: string, header: string) => {
      const table = ranges('net-rate', [['5.01 to 6.00', rangeOf(5.01, 6), 6.4]], { measure, header })
      return outcomes({ ...table, title: 'Net Mortgage Rates' })
    }
    expect(rates('waRatePct', 'Weighted Average Mortgage Rate')).toEqual([])
    expect(rates('waNetRatePct', 'Weighted Average Net Rate')).toEqual(['fail'])
  })
  it('is not a nought, which is how filings print that there is none', () => {
    expect(outcomes(ranges('original-ltv', row(0), ltv))).toEqual([])
  })
})
