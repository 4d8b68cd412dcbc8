import { describe, expect, it, test } from 'vitest'
import { type SampleRow, sampleSource } from '../testing/sample-source.ts'
import type { ChartLine } from './chart-line.ts'
import { chartModel } from './chart-model.ts'
import { chooseLine } from './choose-line.ts'
import { drawChart, figureWidths } from './draw-chart.ts'
import type { TextShape } from './drawing.ts'
import { niceSpan, niceValueAxis } from './nice-axis.ts'
import { overlayOf } from './overlay.ts'

const even: SampleRow[] = [60, 65, 70, 75].map(low => ({
  low: low + 0.01,
  high: low + 5,
  dollars: low === 70 ? 80 : 10,
  loans: 1,
}))
const uneven: SampleRow[] = [
  { low: 0, high: 50, dollars: 10 },
  { low: 50, high: 60, dollars: 30 },
]
const names: SampleRow[] = [
  { label: 'Purchase', dollars: 60 },
  { label: 'Refinance', dollars: 40 },
]
const states: SampleRow[] = [
  { code: 'CA', label: 'California', dollars: 60 },
  { code: 'TX', label: 'Texas', dollars: 40 },
]

const rates = (values: (number | null)[]): ChartLine => ({
  measure: 'waRatePct',
  name: 'Avg rate, %',
  unit: 'percent',
  decimals: 3,
  values,
})

/** The line of averages over the rows, apart from the figure that it is drawn in. */
function averagesOver(rows: SampleRow[], values?: (number | null)[]) {
  const model = modelOf(rows, values)
  if (model.kind !== 'histogram' && model.kind !== 'lollipops') throw new Error('the rows have no axis')
  return overlayOf(model, chooseLine(model, 'waRatePct'), niceValueAxis(100))
}

function modelOf(rows: SampleRow[], values: (number | null)[] = rows.map(() => 6)) {
  return chartModel(sampleSource(rows, { lines: [rates(values)], leadLine: 'waRatePct' }), 'percent')
}

describe('the second line', () => {
  it.each([
    ['even rows', even, 'cumulative'],
    ['rows of several widths', uneven, 'waRatePct'],
    ['names', names, 'waRatePct'],
    ['states', states, null],
  ])('of %s by itself', (_, rows, expected) => {
    const choice = chooseLine(modelOf(rows), 'auto')
    expect(choice === null || choice === 'cumulative' ? choice : choice.measure).toBe(expected)
  })

  it('is one line, never two', () => {
    const drawing = drawChart(modelOf(even), figureWidths.narrow, 'waRatePct')
    expect(averagesOver(even)?.kind).toBe('average')
    expect(drawing.line).toHaveLength(1)
    expect(JSON.stringify(drawing.frame)).not.toContain('cumulative')
  })

  it('is as by itself where the table lacks the column that is wished for', () => {
    expect(chooseLine(modelOf(even), 'waCreditScore')).toBe('cumulative')
  })

  it('is none when none is wished for', () => {
    for (const rows of [even, uneven, names]) expect(chooseLine(modelOf(rows), 'none')).toBeNull()
  })
})

describe('a line of averages', () => {
  const values = [6.5, null, 7, 7.25]
  const broken = drawChart(modelOf(even, values), figureWidths.narrow, 'waRatePct')
  const runs = averagesOver(even, values)?.runs ?? []

  it('breaks at a row without one, and a point alone has its dot', () => {
    expect(runs.map(({ points }) => points.map(({ value }) => value))).toEqual([[6.5], [7, 7.25]])
    const dots = broken.notes.find(shape => 'd' in shape && shape.ink === 'dot')
    expect(dots && 'd' in dots ? dots.d.match(/M/g) : []).toHaveLength(3)
  })

  it('stands over the middle of its rows', () => {
    expect(runs.flatMap(({ points }) => points.map(({ at }) => at))).toEqual([62.5, 72.5, 77.5])
  })

  it('says its highest value and what its scale counts', () => {
    const texts = [...broken.notes, ...broken.frame].filter((shape): shape is TextShape => 'runs' in shape)
    const said = texts.map(({ runs }) => runs.map(({ text }) => text).join(''))
    expect(said).toEqual(expect.arrayContaining(['7.250', 'Avg rate, %']))
  })
})

test('rows without an order have their averages as dots in a lane, those drawn together none', () => {
  const many: SampleRow[] = Array.from({ length: 16 }, (_, index) => ({
    label: `Row ${index}`,
    dollars: 16 - index,
  }))
  const drawing = drawChart(
    modelOf(
      many,
      many.map((_, index) => index),
    ),
    figureWidths.narrow,
  )
  const dots = drawing.notes.find(shape => 'd' in shape && shape.ink === 'dot')
  expect(dots && 'd' in dots ? dots.d.match(/M/g) : []).toHaveLength(13)
  expect(drawing.line).toEqual([])
})

test('the tiles of a map carry the averages when they are wished for', () => {
  const drawing = drawChart(modelOf(states, [6.125, null]), figureWidths.wide, 'waRatePct')
  expect(JSON.stringify(drawing.notes)).toContain('6.125')
  expect(JSON.stringify(drawing.frame)).toContain('tiles: Avg rate, %')
})

describe('a scale for averages', () => {
  it.each([
    [4, 9, 5, 'percent', 4, 1],
    [6.32, 7.93, 4, 'percent', 6, 0.5],
    [531, 812, 4, 'score', 500, 100],
    [7, 7, 4, 'percent', 6.9, 0.05],
    [680, 680, 5, 'score', 670, 5],
  ] as const)('from %d to %d in %d parts', (low, high, parts, unit, from, step) => {
    expect(niceSpan(low, high, parts, unit)).toEqual({ from, step })
  })

  it('holds every value, whatever it is given', () => {
    for (let seed = 1; seed < 400; seed++) {
      const low = ((seed * 7919) % 1000) / 10 ** (seed % 5) - 20
      const high = low + ((seed * 104_729) % 997) / 10 ** (seed % 4)
      const { from, step } = niceSpan(low, high, 4 + (seed % 2), 'percent')
      expect(from).toBeLessThanOrEqual(low + 1e-9)
      expect(from + step * (4 + (seed % 2))).toBeGreaterThanOrEqual(high - step * 1e-6)
    }
  })
})
