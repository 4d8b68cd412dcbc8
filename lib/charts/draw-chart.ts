import type { ChartModel } from './chart-model.ts'
import { drawCategoryBars } from './draw-bars.ts'
import { drawHistogram } from './draw-histogram.ts'
import { drawLollipops } from './draw-lollipops.ts'
import { drawStateMap } from './draw-state-map.ts'
import type { Drawing } from './drawing.ts'

/** The two widths that figures are drawn at, in pixels. Text is never scaled from one to the other. */
export const figureWidths = { narrow: 332, wide: 664 } as const

/** How the cumulative line is wished: as the figure has it by itself, or always, or never. */
export type CumulativeWish = 'auto' | 'on' | 'off'

/** A chart model at a width in pixels. */
export function drawChart(model: ChartModel, width: number, wish: CumulativeWish = 'auto'): Drawing {
  if (model.kind === 'state-map') return drawStateMap(model, width)
  if (model.kind === 'bars') return drawCategoryBars(model, width)
  const withCumulative = hasCumulative(model, wish)
  return model.kind === 'histogram'
    ? drawHistogram(model, width, withCumulative)
    : drawLollipops(model, width, withCumulative)
}

/**
 * True when the figure shows its cumulative line. By itself only a histogram of even rows does: over density or exact
 * values the line would say less than it hides.
 */
export function hasCumulative(model: ChartModel, wish: CumulativeWish): boolean {
  if (model.kind !== 'histogram' && model.kind !== 'lollipops') return false
  if (wish !== 'auto') return wish === 'on'
  return model.kind === 'histogram' && !model.isDensity && model.bins.length > 2
}
