import { expect, test } from 'vitest'
import { sampleSource } from '../testing/sample-source.ts'
import { packChart, unpackChart } from './pack-chart.ts'

const source = sampleSource(
  [
    { label: '50.00 or less', low: null, high: 50, dollars: 20, loans: 2, pct: 20, fails: ['balance'] },
    { label: 'A “quoted” </script> label, with a comma', code: 'CA', dollars: null, loans: 0 },
    { label: '6.500', low: 6.5 },
  ],
  {
    averages: [{ name: 'WALTV', stated: 72.65, decimals: 2, recomputed: null, bounds: [65.06, 74.5] }],
    lines: [
      { measure: 'waRatePct', name: 'Avg rate, %', unit: 'percent', decimals: 3, values: [6.125, null, 7] },
    ],
    leadLine: 'waRatePct',
    landmarks: [620, 680],
    ends: { least: 300, most: 850 },
  },
)

test('a packed chart unpacks to the same rows, totals, averages and lines', () => {
  expect(unpackChart(packChart(source))).toEqual(source)
})

test('the share of loans, where printed, is kept', () => {
  const [first, ...rest] = source.rows
  if (!first) throw new Error('no row')
  const withShare = { ...source, rows: [{ ...first, countPct: 12.5 }, ...rest] }
  expect(unpackChart(packChart(withShare))).toEqual(withShare)
})
