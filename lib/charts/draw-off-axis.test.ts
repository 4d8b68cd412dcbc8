import { describe, expect, test } from 'vitest'
import { type SampleRow, sampleSource } from '../testing/sample-source.ts'
import { chartModel } from './chart-model.ts'
import { drawChart, figureWidths } from './draw-chart.ts'
import type { Drawing } from './drawing.ts'

const widths = [figureWidths.narrow, figureWidths.wide]
const area = ({ width, height }: { width: number; height: number }) => width * height

function textsOf({ frame, notes }: Drawing): string[] {
  return [...frame, ...notes].flatMap(shape =>
    'runs' in shape ? [shape.runs.map(({ text }) => text).join('')] : [],
  )
}

function draw(rows: SampleRow[], width: number): Drawing {
  return drawChart(chartModel(sampleSource(rows, { unit: 'months' }), 'percent'), width)
}

const penalties: SampleRow[] = [
  { label: 'None', dollars: 40, loans: 1 },
  { label: '12', low: 12, dollars: 20, loans: 1 },
  { label: '36', low: 36, dollars: 40, loans: 1 },
]
const scores: SampleRow[] = [
  { label: 'Not Available', dollars: 25, loans: 1 },
  { low: 500, high: 599, dollars: 25, loans: 1 },
  { low: 600, high: 699, dollars: 50, loans: 1 },
]

describe.each(widths)('at %d px', width => {
  test.each([
    ['exact values', penalties],
    ['ranges', scores],
  ])('a row without a value stands left of the axis, named, among %s', (_, rows) => {
    const drawing = draw(rows, width)
    const target = drawing.targets.find(({ buckets }) => buckets.includes(0))
    expect(target?.mark.height).toBeGreaterThan(20)
    expect(target && target.x + target.width).toBeLessThan(drawing.plot.x)
    expect(textsOf(drawing).join(' ')).toContain(rows[0]?.label)
    expect(drawing.targets).toHaveLength(3)
  })

  test('its height is read on the axis of the others', () => {
    const [none, , last] = draw(penalties, width).targets
    expect(none?.mark.height).toBeCloseTo(last?.mark.height ?? 0, 6)
  })

  test('its area compares with the others where areas are shares', () => {
    const [none, first] = draw([...scores, { low: 700, high: 999, dollars: 9, loans: 1 }], width).targets
    // Both are a quarter; between bars on the axis a little is left open.
    const ratio = none && first && area(none.mark) / area(first.mark)
    expect(ratio).toBeGreaterThan(0.95)
    expect(ratio).toBeLessThan(1.05)
  })

  test('a row without a figure keeps its place', () => {
    const drawing = draw([{ label: 'None' }, ...penalties.slice(1)], width)
    expect(textsOf(drawing)).toContain('None')
  })

  test('many of them have one place together', () => {
    const others = ['NA', 'None', 'Missing'].map(label => ({ label, dollars: 5, loans: 1 }))
    const drawing = draw([...others, ...penalties.slice(1), { low: 60, dollars: 5, loans: 1 }], width)
    expect(textsOf(drawing)).toContain('3 rows')
    expect(drawing.targets[0]?.buckets).toEqual([0, 1, 2])
  })
})
