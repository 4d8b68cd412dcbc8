import { describe, expect, test } from 'vitest'
import { type SampleRow, sampleSource } from '../testing/sample-source.ts'
import { chartModel } from './chart-model.ts'
import type { ChartMeasure } from './chart-source.ts'
import { drawChart, figureWidths } from './draw-chart.ts'
import type { Drawing, TextShape } from './drawing.ts'
import { doTouch, labelBox } from './place-labels.ts'

function bell(count: number, row: (index: number) => SampleRow): SampleRow[] {
  return Array.from({ length: count }, (_, index) => ({
    ...row(index),
    dollars: 1 + Math.round(900 * Math.exp(-((index - count / 3) ** 2) / count)),
    loans: 1 + (index % 7),
  }))
}

const cases: [string, SampleRow[]][] = [
  ['sixty rates', bell(60, index => ({ low: 4 + index / 8, label: (4 + index / 8).toFixed(3) }))],
  ['one rate', [{ low: 6.5, label: '6.500', dollars: 5, loans: 1 }]],
  [
    'both ends open',
    bell(6, index => ({
      low: index === 0 ? null : 480 + 20 * index,
      high: index === 5 ? null : 499 + 20 * index,
    })),
  ],
  ['fifty bands', bell(50, index => ({ low: index * 25 + 0.01, high: index * 25 + 25 }))],
  [
    'wide last row',
    [
      ...bell(8, index => ({ low: index * 50, high: index * 50 + 50 })),
      { low: 400, high: 90_000, dollars: 3, loans: 1 },
    ],
  ],
  ['one range', [{ low: 75.01, high: 80, dollars: 7, loans: 1 }]],
  [
    'all zero',
    [
      { low: 1, high: 2, dollars: 0, loans: 0 },
      { low: 2, high: 3, dollars: 0, loans: 0 },
    ],
  ],
  [
    'forty names',
    bell(40, index => ({ label: `A programme with a name that does not end soon, number ${index}` })),
  ],
  [
    'states',
    [
      { code: 'CA', label: 'California', dollars: 60, loans: 4 },
      { code: 'TX', label: 'Texas', dollars: 9, loans: 2 },
      { code: 'other', label: 'Other', dollars: 31, loans: 3 },
    ],
  ],
  ['nothing printed', [{ label: 'A' }]],
]
const widths = [figureWidths.narrow, figureWidths.wide]
const measures: ChartMeasure[] = ['percent', 'balance', 'count']

/** The rows with a column of rates, some of them missing, and one of money that is the same in every row. */
function withLines(rows: SampleRow[]) {
  const common = { unit: 'percent' as const, decimals: 3 }
  const rates = rows.map((_, index) => (index % 5 === 3 ? null : 4 + (index % 7) / 8))
  return sampleSource(rows, {
    lines: [
      { ...common, measure: 'waRatePct', name: 'Avg remaining term, months', values: rates },
      {
        measure: 'averageBalanceCents',
        name: 'Avg balance, $',
        unit: 'cents',
        decimals: 2,
        values: rows.map(() => 18_120_412),
      },
    ],
    leadLine: 'waRatePct',
  })
}

function everyDrawing(rows: SampleRow[]): Drawing[] {
  return widths.flatMap(width =>
    measures.flatMap(measure =>
      (['auto', 'cumulative', 'none', 'waRatePct', 'averageBalanceCents'] as const).map(wish =>
        drawChart(chartModel(withLines(rows), measure), width, wish),
      ),
    ),
  )
}

describe.each(cases)('%s', (_, rows) => {
  test('draws only finite numbers', () => {
    const text = JSON.stringify(everyDrawing(rows))
    expect(text).not.toMatch(/NaN|Infinity|null,"width"/)
  })

  test('lets no label lie on another', () => {
    for (const drawing of everyDrawing(rows)) {
      const boxes = drawing.notes
        .filter((shape): shape is TextShape => 'runs' in shape)
        .map(shape => labelBox([shape.runs], shape))
      const own = boxes.map(box => ({ ...box, height: box.height - 4 }))
      for (const [index, box] of own.entries())
        for (const other of own.slice(index + 1)) expect(doTouch(box, other)).toBe(false)
    }
  })

  test('keeps every text inside the figure', () => {
    for (const drawing of everyDrawing(rows))
      for (const shape of [...drawing.frame, ...drawing.notes])
        if ('runs' in shape) {
          const box = labelBox([shape.runs], shape)
          expect(box.x).toBeGreaterThanOrEqual(-4)
          expect(box.x + box.width).toBeLessThanOrEqual(drawing.width + 8)
          expect(box.y + box.height).toBeLessThanOrEqual(drawing.height + 8)
        }
  })

  test('gives every row one target, and no place two', () => {
    for (const drawing of everyDrawing(rows)) {
      const found = drawing.targets.flatMap(target => target.buckets)
      expect(new Set(found).size).toBe(rows.length)
      for (const target of drawing.targets) expect(target.width).toBeGreaterThanOrEqual(0)
    }
  })
})
