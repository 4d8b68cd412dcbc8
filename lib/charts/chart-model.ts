import { type Bin, drawBins, heightOf } from './bins.ts'
import type { ChartAverage, ChartMeasure, ChartSource } from './chart-source.ts'
import { type CumulativeStep, cumulate } from './cumulative.ts'
import { doOverlap, joinEdges } from './edges.ts'
import { answerableMeasure, type Slice, shareBy, slicesOf } from './slices.ts'
import { areStates, type StateShares, stateShares } from './state-shares.ts'

type Common = { source: ChartSource; measure: ChartMeasure; slices: Slice[] }

/** Rows that print neither a range nor a value have no place on an axis; the caption names them. */
type OnAxis = Common & { offAxis: Slice[]; average: ChartAverage | null; cumulative: CumulativeStep[] }

export type BarsModel = Common & {
  kind: 'bars'
  /** Why rows with ranges are drawn as categories, null for plain categories, which go by size. */
  why: 'ranges-overlap' | 'values-and-ranges' | null
  bars: Slice[]
  /** The smaller rows drawn as one, when there are too many to draw. */
  together: Slice[]
}
export type HistogramBin = Bin & { slice: Slice; height: number }
export type HistogramModel = OnAxis & {
  kind: 'histogram'
  bins: HistogramBin[]
  perWidth: number
  isDensity: boolean
}
export type Stem = { slice: Slice; at: number; height: number }
export type LollipopsModel = OnAxis & { kind: 'lollipops'; stems: Stem[] }
export type StateMapModel = Common & { kind: 'state-map'; states: StateShares }
export type ChartModel = BarsModel | HistogramModel | LollipopsModel | StateMapModel

const mostBars = 14

/**
 * What a table is drawn as, and its arithmetic.
 *
 * The kind comes from the rows: states with tiles make a map; exact values, lollipops; ranges, a histogram; anything
 * else bars. Ranges that overlap or that stand among exact values have no true area, so they become bars in axis order.
 */
export function chartModel(source: ChartSource, wished: ChartMeasure): ChartModel {
  const measure = answerableMeasure(source, wished)
  const common = { source, measure, slices: slicesOf(source, measure) }
  if (areStates(source)) return { ...common, kind: 'state-map', states: stateShares(source, measure) }
  const ranged = rangedRows(source)
  if (ranged.length === 0 || ranged.length * 2 < source.rows.length) return bars(common, null)
  const exact = ranged.filter(({ range }) => range.low !== null && range.low === range.high)
  if (exact.length === ranged.length) return lollipops(common)
  if (exact.length > 0) return bars(common, 'values-and-ranges')
  return doOverlap(joinEdges(ranged)) ? bars(common, 'ranges-overlap') : histogram(common)
}

function rangedRows(source: ChartSource) {
  return source.rows.flatMap(({ range }, bucket) =>
    range && (range.low !== null || range.high !== null) ? [{ bucket, range }] : [],
  )
}

function histogram(common: Common): HistogramModel {
  const { ends, scale } = common.source
  const drawn = drawBins(joinEdges(rangedRows(common.source)), ends)
  const { bins } = drawn
  const perWidth = scale?.perWidth ?? drawn.perWidth
  const isDensity = drawn.isDensity || perWidth !== drawn.perWidth
  const withHeights = bins.flatMap(bin => {
    const slice = common.slices[bin.bucket]
    if (!slice) return []
    return [{ ...bin, slice, height: heightOf(bin, Math.max(0, slice.amount ?? 0), perWidth) }]
  })
  const pieces = bins.map(bin => ({ ...bin, isKnown: bin.drawn === null }))
  return { ...onAxis(common, bins, pieces), kind: 'histogram', bins: withHeights, perWidth, isDensity }
}

function lollipops(common: Common): LollipopsModel {
  const rows = rangedRows(common.source).map(({ bucket, range }) => ({ bucket, at: range.low ?? 0 }))
  rows.sort((a, b) => a.at - b.at)
  const stems = rows.flatMap(({ bucket, at }) => {
    const slice = common.slices[bucket]
    return slice ? [{ slice, at, height: Math.max(0, slice.amount ?? 0) }] : []
  })
  const pieces = rows.map(({ bucket, at }) => ({ bucket, left: at, right: at, isKnown: true }))
  return { ...onAxis(common, rows, pieces), kind: 'lollipops', stems }
}

function onAxis(
  common: Common,
  placed: { bucket: number }[],
  pieces: Parameters<typeof cumulate>[0],
): OnAxis {
  const buckets = new Set(placed.map(({ bucket }) => bucket))
  return {
    ...common,
    offAxis: common.slices.filter(slice => !buckets.has(slice.bucket)),
    average: averageToMark(common.source.averages),
    cumulative: cumulate(pieces, bucket => shareAt(common, bucket)),
  }
}

function shareAt({ slices, measure }: Common, bucket: number): number | null {
  const slice = slices[bucket]
  return slice ? shareBy(measure, slice) : null
}

/** The average under the axis: one that the rows can speak to, before one that is only stated. */
function averageToMark(averages: ChartAverage[]): ChartAverage | null {
  return (
    averages.find(average => average.recomputed !== null || average.bounds !== null) ?? averages[0] ?? null
  )
}

function bars(common: Common, why: BarsModel['why']): BarsModel {
  const bySize = [...common.slices].sort(
    (a, b) => (shareBy(common.measure, b) ?? -1) - (shareBy(common.measure, a) ?? -1),
  )
  const kept = bySize.length > mostBars ? bySize.slice(0, mostBars - 1) : bySize
  const order = why === null ? kept : inAxisOrder(common.source, kept)
  return { ...common, kind: 'bars', why, bars: order, together: bySize.slice(kept.length) }
}

function inAxisOrder(source: ChartSource, slices: Slice[]): Slice[] {
  const place = ({ bucket }: Slice) => {
    const range = source.rows[bucket]?.range
    return range ? (range.low ?? -Infinity) : Infinity
  }
  return [...slices].sort((a, b) => place(a) - place(b) || a.bucket - b.bucket)
}
