import { type Answer, type Distribution, edgesOf } from '../distributions/index.ts'
import { largest, smallest } from '../extremes.ts'
import type { Stratification, Unit } from '../report.ts'
import { titleOf } from './axis-title.ts'
import { chartModel, type HistogramModel, type LollipopsModel } from './chart-model.ts'
import { chartSource } from './chart-source.ts'
import { placeOn, type Scale } from './drawing.ts'
import { decimalsOf, niceTicks, niceValueAxis, ticksThrough, type ValueAxis } from './nice-axis.ts'
import { sayMeasure, sayTick } from './words.ts'

/**
 * A row on the axis: where it stands, in percent of the plot's width, and how high it is on the axis upwards. `low` and
 * `high` are the least and the most of that height which what is asked for takes.
 */
export type AskedBar = {
  bucket: number
  label: string
  x: number
  width: number
  height: number
  low: number
  high: number
  /** Which end is not printed, so that the bar is drawn to a bound of ours; null where both are. */
  open: 'low' | 'high' | null
  /** The row's amount as its label says it: percent or loans. */
  amount: number
}

/** The rows of a table on their axis, lit by what is asked of them. */
export type AskedBars = {
  /** What the heights are. */
  title: string
  /** Are amounts percents, and no loans? */
  isPercent: boolean
  /** Is a row one figure, so that it is drawn as a line of its own width? */
  isPoints: boolean
  axis: ValueAxis
  /** Figures at both ends of the plot, in the unit. */
  x: Scale
  ticks: { x: number; text: string }[]
  bars: AskedBar[]
  /** Printed edges inside the plot, rising, and how far an edge between them moves at once, in the unit. */
  stops: number[]
  step: number
  /** Labels of rows without a place on the axis. */
  offAxis: string[]
}

/** So many ticks across have room on a phone; and steps of an edge that is dragged. */
const mostTicks = 6
const dragSteps = 100
const sideRoom = 0.04

/**
 * The rows of a table as bars to scale, each with the part of it that an answer takes; null where the rows have no places
 * on one axis: names, ranges that overlap, values among ranges.
 */
export function placeAskedBars(
  table: Stratification,
  distribution: Distribution,
  answer: Answer | null,
): AskedBars | null {
  const model = chartModel(chartSource(table), 'percent')
  if (model.kind !== 'histogram' && model.kind !== 'lollipops') return null
  const drawn = model.kind === 'histogram' ? barsOf(model) : stemsOf(model)
  const first = drawn.rows[0]
  if (first === undefined) return null
  const { x } = drawn
  const across = placeOn(x, 0, 100)
  const { unit, grid } = distribution
  return {
    title: model.kind === 'histogram' ? titleOf(model) : sayMeasure(model.measure),
    isPercent: model.measure === 'percent',
    isPoints: model.kind === 'lollipops',
    axis: niceValueAxis(largest(drawn.rows.map(({ height }) => height))),
    x,
    ticks: ticksOf(model.source.landmarks, x, unit).map(({ at, text }) => ({ x: across(at), text })),
    bars: drawn.rows.map(({ left, right, ...bar }) => {
      const part = partOf(distribution, answer, bar.bucket, model.measure === 'count')
      return {
        ...bar,
        label: distribution.rows[bar.bucket]?.label ?? '',
        x: across(left),
        width: across(right) - across(left),
        low: bar.height * part.low,
        high: bar.height * part.high,
      }
    }),
    stops: edgesOf(distribution)
      .map(({ at }) => at)
      .filter(at => at >= x.from && at <= x.to),
    step: Math.max(grid, niceTicks(x.from, x.to, dragSteps, unit === 'months').step),
    offAxis: model.offAxis.flatMap(({ bucket }) => distribution.rows[bucket]?.label ?? []),
  }
}

type Placed = {
  bucket: number
  left: number
  right: number
  height: number
  open: AskedBar['open']
  amount: number
}

function barsOf({ bins }: HistogramModel): { x: Scale; rows: Placed[] } {
  return {
    x: { from: bins[0]?.left ?? 0, to: bins.at(-1)?.right ?? 1 },
    rows: bins.map(({ bucket, left, right, height, drawn, slice }) => ({
      bucket,
      left,
      right,
      height,
      open: drawn?.side ?? null,
      amount: slice.amount ?? 0,
    })),
  }
}

function stemsOf({ stems }: LollipopsModel): { x: Scale; rows: Placed[] } {
  const places = stems.map(({ at }) => at)
  const [least, most] = [smallest(places), largest(places)]
  const room = (most - least || Math.abs(most) || 1) * sideRoom
  return {
    x: { from: least - room, to: most + room },
    rows: stems.map(({ slice, at, height }) => ({
      bucket: slice.bucket,
      left: at,
      right: at,
      height,
      open: null,
      amount: slice.amount ?? 0,
    })),
  }
}

/** How much of a row an answer takes, from 0 to 1. */
function partOf(
  { rows }: Distribution,
  answer: Answer | null,
  bucket: number,
  byLoans: boolean,
): { low: number; high: number } {
  const part = answer?.parts[bucket]
  const row = rows[bucket]
  if (!part || !row || part.rule === null) return { low: 0, high: 0 }
  if (part.rule === 'whole-rows') return { low: 1, high: 1 }
  const measures = byLoans
    ? (['loanCount', 'countPct'] as const)
    : (['balanceCents', 'balancePct', 'loanCount', 'countPct'] as const)
  const measure = measures.find(one => row[one] !== null && part.share[one] !== null)
  const [whole, share] = measure ? [row[measure], part.share[measure]] : [null, null]
  if (whole === null || share === null || whole.high <= 0) return { low: 0, high: 1 }
  return { low: Math.min(1, share.low / whole.high), high: Math.min(1, share.high / whole.high) }
}

function ticksOf(landmarks: readonly number[], { from, to }: Scale, unit: Unit) {
  const inMonths = unit === 'months'
  const { values, step } =
    ticksThrough(landmarks, from, to, mostTicks, inMonths) ?? niceTicks(from, to, mostTicks, inMonths)
  return values.map(at => ({ at, text: sayTick(at, unit, decimalsOf(step)) }))
}
