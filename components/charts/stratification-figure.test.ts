import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { packTable } from '@/lib/charts/pack-table.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import { TableData } from '../table/table-data.tsx'
import { StratificationFigure, SummedFigure } from './stratification-figure.tsx'
import { TinyStill } from './tiny-still.tsx'

const at = { line: 1, start: 1, end: 2 }

function tableOf(labels: [string, low: number | null, high: number | null, cents: number][]): Stratification {
  return {
    id: 'original-ltv',
    dimension: 'original-ltv',
    title: 'Original Loan-to-Value Ratios',
    marks: [],
    loanGroup: null,
    stub: null,
    columns: [{ measure: 'balanceCents', header: 'Balance', unit: 'cents', decimals: 2, at }],
    buckets: labels.map(([label, low, high, balanceCents]) => ({
      label,
      range: low === null && high === null ? null : { low, high, lowIncluded: true, highIncluded: true },
      code: null,
      marks: [],
      values: { balanceCents },
      places: {},
      at,
    })),
    total: null,
    footnotes: [],
    at,
  }
}

function draw(stratification: Stratification, isNarrow = false): string {
  const report = { statistics: [], checks: [] } as unknown as FilingReport
  const figure = createElement(StratificationFigure, { report, stratification, isNarrow })
  return renderToStaticMarkup(createElement(TableData, { packed: [packTable(stratification, [])] }, figure))
}

const ranges = tableOf([
  ['50.00 and Below', null, 50, 2000],
  ['50.01 to 55.00', 50.01, 55, 3000],
  ['55.01 to 60.00', 55.01, 60, 5000],
])

test('the figure is there without a script, at two widths, and says its largest rows', () => {
  const html = draw(ranges)
  const names = [...html.matchAll(/role="img" aria-label="([^"]+)"/g)].map(match => match[1])
  expect(names).toHaveLength(2)
  expect(names[0]).toContain('Largest: 55.01 to 60.00 50.00%')
  expect(html).toContain('The first row has no lower end.')
})

test('a figure that never has room for the wide still has the narrow one alone', () => {
  const html = draw(ranges, true)
  expect(html).toContain('still-narrow')
  expect(html).not.toContain('still-wide')
})

test('every hatching has an id of its own and is found by what it fills', () => {
  const html = draw(ranges)
  const ids = [...html.matchAll(/<pattern id="([^"]+)"/g)].map(match => match[1])
  const fills = [...html.matchAll(/url\(#([^)]+)\)/g)].map(match => match[1])
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBe(2)
  expect(fills.toSorted()).toEqual(ids.toSorted())
})

test('a label that is markup stays text', () => {
  const html = draw(tableOf([['<script>alert(1)</script>', null, null, 100]]))
  expect(html).not.toContain('<script')
  expect(html).toContain('&lt;script&gt;')
})

test('a table without rows has no figure', () => {
  expect(draw(tableOf([]))).toBe('')
})

test('a still in an index is hidden from assistive technology and has few nodes', () => {
  const html = renderToStaticMarkup(
    createElement(TinyStill, { id: 'x', stratification: ranges, quiet: true }),
  )
  expect(html).toContain('aria-hidden="true"')
  expect(html.match(/<path/g)?.length).toBeLessThanOrEqual(4)
})

test('sums of rows on which a check fails are marked and named', () => {
  const report = { statistics: [], checks: [] } as unknown as FilingReport
  const fails = [{ row: 2, measure: 'balanceCents' }]
  const html = renderToStaticMarkup(
    createElement(SummedFigure, { report, stratification: ranges, summed: ranges, fails, says: 'As sums.' }),
  )
  expect(html).toContain('ch-fail-frame')
  expect(html).toContain('A check fails on 55.01 to 60.00.')
})
