import { describe, expect, test } from 'vitest'
import { type SampleRow, sampleSource } from '../testing/sample-source.ts'
import { chartModel } from './chart-model.ts'
import type { ChartMeasure } from './chart-source.ts'
import { drawChart, figureWidths } from './draw-chart.ts'

const kinds: [string, (index: number) => SampleRow][] = [
  ['bars', index => ({ label: `Kind ${index}` })],
  ['histogram', index => ({ low: 60 + 10 * index, high: 70 + 10 * index })],
  ['lollipops', index => ({ low: 6 + index / 8 })],
  ['state-map', index => ({ code: ['CA', 'TX', 'FL'][index] ?? 'NY', label: 'A state' })],
]

/** Three rows, the second of which prints 30 % where its balance is 20 %. */
function draw(row: (index: number) => SampleRow, measure: ChartMeasure, fails: SampleRow['fails'] = []) {
  const rows = [50, 20, 30].map((dollars, index) => ({
    ...row(index),
    dollars,
    loans: 4,
    pct: index === 1 ? 30 : dollars,
    ...(index === 1 && { fails }),
  }))
  return Object.values(figureWidths).map(width => {
    const model = chartModel(sampleSource(rows), measure)
    const { notes } = drawChart(model, width, 'none')
    return {
      kind: model.kind,
      inks: notes.map(({ ink }) => ink as string).filter(ink => ink.startsWith('fail')),
    }
  })
}

describe.each(kinds)('%s', (kind, row) => {
  test('frame a failing row and put a cross to it, over every other mark', () => {
    for (const drawn of draw(row, 'percent', ['balance'])) {
      expect(drawn.kind).toBe(kind)
      expect(drawn.inks).toContain('fail')
      expect(drawn.inks).toContain('fail-frame')
    }
  })

  test('mark nothing where no check fails, or only on what is not drawn', () => {
    for (const { inks } of [...draw(row, 'percent'), ...draw(row, 'count', ['balance'])])
      expect(inks).toEqual([])
  })

  test.skipIf(kind === 'state-map')(
    'show where the printed percent would end, where percents are drawn',
    () => {
      for (const { inks } of draw(row, 'percent', ['balance'])) expect(inks).toContain('fail-line')
    },
  )
})
