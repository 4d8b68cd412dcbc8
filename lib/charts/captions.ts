import { formatCount, formatPercent } from '../format/index.ts'
import type { BarsModel, ChartModel, HistogramBin, HistogramModel, StateMapModel } from './chart-model.ts'
import type { ChartSource } from './chart-source.ts'
import { type Slice, shareBy } from './slices.ts'
import { sayEnd, sayRow, shareDecimals } from './words.ts'

/** The sentences under a figure: what cannot be seen from it alone, and every liberty that the drawing takes. */
export function captionsOf(model: ChartModel): string[] {
  return [...captionsOfKind(model), ...captionOfGaps(model)]
}

function captionsOfKind(model: ChartModel): string[] {
  if (model.kind === 'state-map') return captionOfMap(model)
  if (model.kind === 'bars') return captionsOfBars(model)
  const offAxis = model.offAxis.map(slice => captionOffAxis(model, slice))
  if (model.kind === 'histogram') return [...captionsOfHistogram(model), ...offAxis]
  return ['Values are exact, so each is a line at its place on the axis.', ...offAxis]
}

function captionsOfHistogram(model: HistogramModel): string[] {
  const of = model.measure === 'count' ? 'loans' : 'balance'
  const density = model.isDensity ? [`Rows differ in width, so area is share of ${of}.`] : []
  return [...density, ...model.bins.flatMap((bin, index) => captionOfBound(model, bin, index))]
}

function captionOfBound(model: HistogramModel, bin: HistogramBin, index: number): string[] {
  if (!bin.drawn) return []
  const { unit } = model.source
  const which = index === 0 ? 'first' : 'last'
  const side = bin.drawn.side === 'low' ? 'lower' : 'upper'
  const to = sayEnd(bin.drawn.to, unit)
  if (bin.drawn.why === 'far') {
    const printed = bin.drawn.printed === null ? 'far out' : `to ${sayEnd(bin.drawn.printed, unit)}`
    return [`The ${which} row runs ${printed}; it is drawn to ${to}.`]
  }
  const zero = takesZero(model, bin) ? '; the average assumes 0 or more' : ''
  return [`The ${which} row has no ${side} end. Drawn to ${to}${zero}.`]
}

/** True when the bounds that the rows allow were taken with an open low end at 0: their low end then comes out so. */
function takesZero(model: HistogramModel, open: HistogramBin): boolean {
  const bounds = model.average?.bounds
  if (!bounds || open.drawn?.side !== 'low' || open.drawn.to === 0) return false
  const { rows } = model.source
  const weighted = model.slices.reduce(
    (sum, { bucket, share }) => sum + (share ?? 0) * (rows[bucket]?.range?.low ?? 0),
    0,
  )
  return Math.abs(weighted / 100 - bounds[0]) < Math.max(0.01, Math.abs(bounds[0]) * 0.001)
}

function captionOffAxis({ source, measure }: ChartModel, slice: Slice): string {
  const share = shareBy(measure, slice)
  const figure = share === null ? '' : ` (${formatPercent(share, shareDecimals(source))}%)`
  return `“${sayRow(source, slice.bucket)}”${figure} has no value on the axis; it is drawn left of it.`
}

function captionsOfBars({ why, together }: BarsModel): string[] {
  const reasons = {
    'ranges-overlap': 'The printed ranges overlap, so they are drawn as categories.',
    'values-and-ranges': 'Exact values stand among ranges, so the rows are drawn as categories.',
  }
  const rest =
    together.length > 0
      ? [`The ${formatCount(together.length)} smallest rows are one bar; the table has each.`]
      : []
  return why === null ? rest : [reasons[why], ...rest]
}

function captionOfMap({ source, states }: StateMapModel): string[] {
  const hatched = states.named.some(({ shade }) => shade === null)
  return [
    ...(hatched ? ['Hatched tiles have no share that can be drawn.'] : []),
    ...captionOfUnnamed(source, states),
  ]
}

function captionOfUnnamed(source: ChartSource, states: StateMapModel['states']): string[] {
  const residual = states.offMap.find(row => row.isResidual)
  if (!residual) return ['Unfilled tiles are not in the table.']
  const limit = residualLimit(source, residual.slice.bucket)
  const meaning = limit === null ? 'inside the residual row or none' : `under ${limit}% or none`
  return [`Unfilled tiles are not named: ${meaning}. The table does not say which.`]
}

/** The limit that a residual row prints, `2` for `Other (less than 2%)`, null where it prints none. */
function residualLimit(source: ChartSource, bucket: number): string | null {
  const label = source.rows[bucket]?.label ?? ''
  return /(?:less than|under|below|<) ?(\d+(?:\.\d+)?) ?%/i.exec(label)?.[1] ?? null
}

function captionOfGaps({ slices }: ChartModel): string[] {
  const missing = slices.filter(({ amount }) => amount === null).length
  const negative = slices.filter(({ amount }) => amount !== null && amount < 0).length
  const isNothing = slices.every(({ amount }) => amount === null || amount === 0) && missing < slices.length
  return [
    ...(isNothing ? ['Every figure is zero.'] : []),
    ...(missing > 0 ? [`${sayRows(missing)} no figure and ${missing === 1 ? 'is' : 'are'} not drawn.`] : []),
    ...(negative > 0
      ? [`${sayRows(negative)} a negative figure and ${negative === 1 ? 'is' : 'are'} not drawn.`]
      : []),
  ]
}

function sayRows(count: number): string {
  return count === 1 ? 'One row has' : `${formatCount(count)} rows have`
}
