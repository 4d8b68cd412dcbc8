import type { ChartModel } from './chart-model.ts'
import { chooseLine, type LineWish } from './choose-line.ts'
import { drawCategoryBars } from './draw-bars.ts'
import { drawHistogram } from './draw-histogram.ts'
import { drawLollipops } from './draw-lollipops.ts'
import { drawStateMap } from './draw-state-map.ts'
import type { Drawing } from './drawing.ts'

/** The two widths that figures are drawn at, in pixels. Text is never scaled from one to the other. */
export const figureWidths = { narrow: 332, wide: 664 } as const

/** A chart model at a width in pixels, with the second line that is wished for. */
export function drawChart(model: ChartModel, width: number, wish: LineWish = 'auto'): Drawing {
  const choice = chooseLine(model, wish)
  const average = choice === 'cumulative' ? null : choice
  if (model.kind === 'state-map') return drawStateMap(model, width, average)
  if (model.kind === 'bars') return drawCategoryBars(model, width, average)
  return model.kind === 'histogram'
    ? drawHistogram(model, width, choice)
    : drawLollipops(model, width, choice)
}
