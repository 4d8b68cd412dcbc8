import { describe, expect, it } from 'vitest'
import { findFixtures, runFixture } from '../fixtures/run-fixture.ts'
import { sampleSource } from '../testing/sample-source.ts'
import { chartModel } from './chart-model.ts'
import { type ChartSource, chartSource } from './chart-source.ts'
import { drawChart, figureWidths } from './draw-chart.ts'
import { shareScales } from './shared-scale.ts'

const measures = ['percent', 'balance', 'count'] as const

const narrow = [
  { low: 60.01, high: 65, dollars: 40, loans: 3 },
  { low: 65.01, high: 70, dollars: 60, loans: 9 },
]
const wide = [
  { low: null, high: 50, dollars: 100, loans: 10 },
  { low: 50.01, high: 60, dollars: 300, loans: 12 },
  { low: 60.01, high: 70, dollars: 600, loans: 400 },
  { low: 70.01, high: null, dollars: 20, loans: 1 },
]

function draw(source: ChartSource, measure: (typeof measures)[number]) {
  return drawChart(chartModel(source, measure), figureWidths.narrow, 'none')
}

describe('figures side by side', () => {
  it.each(measures)('stand on one axis and go up to one top, by %s', measure => {
    const [one, other] = shareScales([sampleSource(narrow), sampleSource(wide)]).map(own =>
      draw(own, measure),
    )
    expect(one?.x).toEqual(other?.x)
    expect(one?.y).toEqual(other?.y)
  })

  it('have the same height for the same share of the same range, whatever the common width of their rows', () => {
    const heights = shareScales([
      sampleSource([
        { low: 0.01, high: 5, dollars: 50 },
        { low: 5.01, high: 10, dollars: 50 },
      ]),
      sampleSource([
        { low: 0.01, high: 10, dollars: 50 },
        { low: 10.01, high: 20, dollars: 50 },
      ]),
    ]).map(source => {
      const model = chartModel(source, 'percent')
      return model.kind === 'histogram' ? model.bins[0]?.height : null
    })
    expect(heights[0]).toBeCloseTo(2 * (heights[1] ?? 0), 1)
  })

  it('shade the same share of a state alike', () => {
    const maps = shareScales([
      sampleSource([
        { code: 'CA', dollars: 960 },
        { code: 'NY', dollars: 25 },
        { code: 'TX', dollars: 15 },
      ]),
      sampleSource([
        { code: 'CA', dollars: 975 },
        { code: 'NY', dollars: 25 },
      ]),
    ]).map(source => chartModel(source, 'percent'))
    const shades = maps.map(model =>
      model.kind === 'state-map' ? model.states.named.find(({ tile }) => tile.code === 'NY')?.shade : null,
    )
    expect(shades[0]).toBe(shades[1])
  })

  it('share nothing with figures of another kind', () => {
    const [alone] = shareScales([
      sampleSource(narrow),
      sampleSource([
        { low: 6.5, dollars: 1 },
        { low: 6.625, dollars: 2 },
      ]),
    ])
    expect(alone?.scale).toBeUndefined()
  })

  it.each(findFixtures())('hold every mark inside the plot: %s', name => {
    const { report } = runFixture(name)
    const byDimension = Map.groupBy(report.stratifications, ({ dimension }) => dimension)
    for (const tables of byDimension.values())
      for (const source of shareScales(tables.map(table => chartSource(table, report.statistics))))
        for (const measure of measures) {
          const { plot, targets } = draw(source, measure)
          const lowest = Math.min(...targets.map(({ mark }) => mark.y))
          if (source.scale?.x) expect(lowest).toBeGreaterThanOrEqual(plot.y - 4)
        }
  })
})
