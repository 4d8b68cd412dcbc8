import { expect, test } from 'vitest'
import { sampleSource } from '../testing/sample-source.ts'
import { chartModel } from './chart-model.ts'
import { drawChart, figureWidths } from './draw-chart.ts'

test('the legend of a map lists the classes that states are in, and no others', () => {
  const states = [
    { code: 'CA', label: 'California', dollars: 60 },
    { code: 'NY', label: 'New York', dollars: 25 },
    { code: 'TX', label: 'Texas', dollars: 15 },
  ]
  for (const width of Object.values(figureWidths)) {
    const { frame } = drawChart(chartModel(sampleSource(states), 'percent'), width)
    const words = frame.flatMap(shape => ('runs' in shape ? shape.runs.map(({ text }) => text) : []))
    expect(words.some(text => text.startsWith('over 10'))).toBe(true)
    expect(words.some(text => /^(under )?\d+(–\d+)?( %)?$/.test(text) && /–|under/.test(text))).toBe(false)
    expect(words).not.toContain('0')
  }
})
