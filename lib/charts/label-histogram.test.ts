import { expect, test } from 'vitest'
import { type SampleRow, sampleSource } from '../testing/sample-source.ts'
import { chartModel } from './chart-model.ts'
import { drawChart } from './draw-chart.ts'

/** The words on the wide chart of such rows. */
function wordsOf(rows: SampleRow[]): string[] {
  const { marks, line, notes } = drawChart(chartModel(sampleSource(rows, { unit: 'score' }), 'percent'), 720)
  return [...marks, ...line, ...notes].flatMap(shape =>
    'runs' in shape ? [shape.runs.map(({ text }) => text).join('')] : [],
  )
}

test('ends of rows are named as printed, though bars reach to the next', () => {
  const words = wordsOf([
    { label: '579 and below', low: null, high: 579, dollars: 10 },
    { label: '580 - 619', low: 580, high: 619, dollars: 20 },
    { label: '620 - 659', low: 620, high: 659, dollars: 50 },
    { label: '660 - 700', low: 660, high: 700, dollars: 12 },
    { label: '701 and above', low: 701, high: null, dollars: 8 },
  ])
  expect(words).toEqual(expect.arrayContaining(['up to 579', 'from 701', '80.00 to 659']))
})
