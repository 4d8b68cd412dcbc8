import { largest } from '@/lib/extremes.ts'
import {
  type DealFigure,
  type FigureFilter,
  figureKey,
  nameDealFigure,
  unitOfFigure,
} from '@/lib/figures/index.ts'
import type { FigureHistogram } from '@/lib/library/deal-summary.ts'

/** A figure that the list is narrowed by, as its column shows it: its axis, and the limits on it; null is open. */
export type AskedFigure = {
  key: string
  figure: DealFigure
  name: string
  measured: string
  axis: { from: number; to: number }
  limits: { low: number | null; high: number | null }
}

/** The figures of some filters, each once, with the axes that their histograms have. */
export function askedFigures(
  filters: readonly FigureFilter[],
  histograms: readonly FigureHistogram[] = [],
): AskedFigure[] {
  return [...Map.groupBy(filters, ({ figure }) => figureKey(figure))].flatMap(([key, own]) => {
    const figure = own[0]?.figure
    if (figure === undefined) return []
    const bins = histograms.find(histogram => histogram.figure === key)?.bins ?? []
    const lows = own.flatMap(({ low }) => low?.value ?? [])
    const highs = own.flatMap(({ high }) => high?.value ?? [])
    const limits = {
      low: lows.reduce<number | null>((most, one) => (most === null ? one : Math.max(most, one)), null),
      high: highs.reduce<number | null>((least, one) => (least === null ? one : Math.min(least, one)), null),
    }
    const isShare = unitOfFigure(figure) === 'percent' && figure.kind !== 'pool'
    const usual = isShare ? { from: 0, to: 100 } : { from: 0, to: largest([...lows, ...highs, 1]) }
    const axis = bins.length > 0 ? { from: bins[0]?.low ?? 0, to: bins.at(-1)?.high ?? 1 } : usual
    return [{ key, figure, ...nameDealFigure(figure), axis: withLimits(axis, limits), limits }]
  })
}

/** An axis that the limits lie on. */
function withLimits(axis: AskedFigure['axis'], { low, high }: AskedFigure['limits']): AskedFigure['axis'] {
  return { from: Math.min(axis.from, low ?? axis.from), to: Math.max(axis.to, high ?? axis.to) }
}
