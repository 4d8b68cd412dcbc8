import type { ChartLine } from './chart-line.ts'
import type { ChartModel } from './chart-model.ts'

/**
 * Which second line is wished for: `auto` as the figure has it by itself, `cumulative` share, `none`, or the measure of
 * a column.
 */
export type LineWish = string

/** What is drawn over the marks: shares added up, a column of averages, or nothing. Never two lines at once. */
export type LineChoice = 'cumulative' | ChartLine | null

/**
 * The line that a figure shows for a wish. A column that its table does not print is no reason to show nothing: the
 * figure then is as by itself.
 */
export function chooseLine(model: ChartModel, wish: LineWish): LineChoice {
  if (wish === 'none') return null
  if (wish === 'cumulative') return hasAxis(model) ? 'cumulative' : null
  return lineOf(model, wish) ?? chooseByItself(model)
}

/**
 * By itself a histogram of even rows adds up its shares: over density or exact values that line would say less than it
 * hides. Other figures show an average where their table prints one; a map has no room for it.
 */
function chooseByItself(model: ChartModel): LineChoice {
  if (model.kind === 'histogram' && !model.isDensity && model.bins.length > 2) return 'cumulative'
  return model.kind === 'state-map' ? null : lineOf(model, model.source.leadLine)
}

function lineOf({ source }: ChartModel, measure: string | null): ChartLine | null {
  return source.lines.find(line => line.measure === measure) ?? null
}

function hasAxis({ kind }: ChartModel): boolean {
  return kind === 'histogram' || kind === 'lollipops'
}
