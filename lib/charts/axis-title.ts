import type { HistogramModel } from './chart-model.ts'
import { sayMeasure, sayWidth } from './words.ts'

/** What the heights are: amounts where every bar is as wide as the others, else amounts per width. */
export function titleOf(model: HistogramModel): string {
  const { measure, perWidth, source } = model
  if (!isScaled(model)) return sayMeasure(measure)
  const per = sayWidth(perWidth, source.unit)
  return measure === 'percent' && !model.isDensity ? `% per ${per}` : `${sayMeasure(measure)} per ${per}`
}

/** True when a height is not simply its row's amount. */
export function isScaled(model: HistogramModel): boolean {
  return model.isDensity || model.bins.some(bin => bin.drawn !== null)
}
