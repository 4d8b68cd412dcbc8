import { largest, smallest } from '../extremes.ts'
import { type ChartModel, chartModel } from './chart-model.ts'
import type { ChartMeasure, ChartSource, SharedScale } from './chart-source.ts'
import { drawChart, figureWidths } from './draw-chart.ts'
import { shadeLimits } from './state-shares.ts'

const measures: readonly ChartMeasure[] = ['percent', 'balance', 'count']

/**
 * The same sources, each with the scale that it shares with those among them that are drawn as the same kind. Bars need none:
 * they all go to 100 percent.
 */
export function shareScales(sources: readonly ChartSource[]): ChartSource[] {
  const kinds = sources.map(source => chartModel(source, 'percent').kind)
  return sources.map((source, index) => {
    const kind = kinds[index]
    const alike = sources.filter((_, other) => kinds[other] === kind)
    return alike.length > 1 && kind !== 'bars' ? { ...source, scale: scaleOf(alike) } : source
  })
}

function scaleOf(sources: readonly ChartSource[]): SharedScale {
  const widths = modelsOf(sources).flatMap(model => (model.kind === 'histogram' ? [model.perWidth] : []))
  const perWidth = widths.length > 0 ? smallest(widths) : null
  const models = modelsOf(
    sources.map(source => ({ ...source, scale: { x: null, perWidth, tops: {}, limits: {} } })),
  )
  const drawn = models.flatMap(model =>
    model.kind === 'histogram' || model.kind === 'lollipops'
      ? [{ measure: model.measure, ...drawChart(model, figureWidths.narrow, 'none') }]
      : [],
  )
  return {
    x:
      drawn.length > 0
        ? { from: smallest(drawn.map(({ x }) => x.from)), to: largest(drawn.map(({ x }) => x.to)) }
        : null,
    perWidth,
    tops: byMeasure(drawn, own => largest(own.map(({ y }) => y.to))),
    limits: byMeasure(models, own => shadeLimits(own.flatMap(namedShares))),
  }
}

function modelsOf(sources: readonly ChartSource[]): ChartModel[] {
  return sources.flatMap(source => measures.map(measure => chartModel(source, measure)))
}

function namedShares(model: ChartModel): number[] {
  if (model.kind !== 'state-map') return []
  return model.states.named.map(({ share }) => share).filter(share => share > 0)
}

/** Something of what is drawn by each measure; measures that nothing is drawn by are left out. */
function byMeasure<One extends { measure: ChartMeasure }, Result>(
  all: readonly One[],
  reduce: (own: One[]) => Result,
): Partial<Record<ChartMeasure, Result>> {
  return Object.fromEntries(
    [...Map.groupBy(all, ({ measure }) => measure)].map(([m, own]) => [m, reduce(own)]),
  )
}
