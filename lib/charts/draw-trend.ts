import type { Bound } from '../distributions/index.ts'
import { largest, smallest } from '../extremes.ts'
import { type DealFigure, unitOfFigure } from '../figures/index.ts'
import type { Unit } from '../report.ts'
import { dayOf, type PeriodKind, sayPlainBound, type Trend, type TrendPoint } from '../trends/index.ts'
import { placeOn, type Scale } from './drawing.ts'
import { niceSpan } from './nice-axis.ts'
import { textWidth } from './text-width.ts'
import { drawFeet, type PlacedPeriod } from './trend-feet.ts'
import type { TrendShape } from './trend-shapes.ts'
import { drawStrip } from './trend-strip.ts'
import { sayLineTick } from './words.ts'

/** A deal on the chart: a dot with its area as its balance, or a bar from its floor to its ceiling as wide as that dot. */
export type TrendMark = {
  point: TrendPoint
  /** Part of the plot's width. */
  x: number
  /** Pixels; of a bar both ends, of a dot its middle twice. */
  top: number
  bottom: number
  /** In pixels. */
  radius: number
}

/** A chart over time. The figures of its axis stand in a column of their own, `gutter` pixels wide, left of the plot. */
export type TrendDrawing = {
  height: number
  gutter: number
  ticks: { y: number; text: string }[]
  /** Where the rows of the strip stand; null without one. */
  strip: { reports: number; doesNot: number } | null
  shapes: TrendShape[]
  marks: TrendMark[]
}

/** What a chart shows, and how its numbers read. */
export type TrendAxes = {
  by: PeriodKind
  unit: Unit
  /** Ends of the axis upwards, and the distance between its lines: one for all charts that are to be compared. */
  y: { from: number; to: number; step: number }
  /** The same across, in days since 1970. */
  x: Scale
  sayLine: (line: Bound) => string
}

/** Parts of the axis upwards: of these as many as leave the least room empty. */
const partsOfAxis = [5, 4, 6]

const size = {
  large: { top: 20, plot: 250, feet: 20, strip: 60 },
  small: { top: 8, plot: 84, feet: 0, strip: 0 },
}

/** A chart over time with its strip, or a small one beside others, which has neither names of periods nor a strip. */
export function drawTrend(trend: Trend, axes: TrendAxes, how: keyof typeof size): TrendDrawing {
  const { top, plot, feet, strip } = size[how]
  const bottom = top + plot
  const y = placeOn(axes.y, bottom, -plot)
  const x = placeOn(axes.x, 0, 1)
  const periods = trend.periods.map(one => ({
    ...one,
    x1: x(dayOf(one.period.from)),
    x2: x(dayOf(one.period.until)),
  }))
  const ticks = ticksOf(axes.y).map(value => ({
    y: y(value),
    text: sayLineTick(value, axes.unit, axes.y.step),
  }))
  const isLarge = how === 'large'
  return {
    height: bottom + feet + strip + 4,
    gutter: isLarge ? gutterOf(ticks) : 28,
    ticks,
    strip: isLarge ? { reports: bottom + 42, doesNot: bottom + 66 } : null,
    shapes: [
      ...ticks.map((tick): TrendShape => lineAt('grid', 0, 1, tick.y)),
      ...(isLarge ? between(periods, top, bottom) : []),
      ...periods.flatMap(placed => drawLine(placed, y)),
      lineAt('base', 0, 1, bottom),
      ...(isLarge
        ? [
            ...drawFeet(periods, axes.by, bottom + 17, axes.sayLine),
            ...drawStrip(periods, bottom + 32),
            lineAt('rule', 0, 1, bottom + 49.5),
          ]
        : []),
    ],
    marks: marksOf(trend.points, { x, y }, how),
  }
}

/** The axes that hold all of some trends, so that they can be compared. */
export function trendAxes(trends: readonly Trend[], figure: DealFigure, by: PeriodKind): TrendAxes {
  const unit = unitOfFigure(figure)
  const values = trends.flatMap(({ points, periods }) => [
    ...points.flatMap(({ value }) => (value.value === null ? [value.low, value.high] : [value.value])),
    ...periods.flatMap(({ line }) => (line ? [line.low, line.high] : [])),
  ])
  const days = trends.flatMap(({ periods }) =>
    periods.flatMap(({ period }) => [dayOf(period.from), dayOf(period.until)]),
  )
  const [low, high] = values.length > 0 ? [smallest(values), largest(values)] : [0, 1]
  const spans = partsOfAxis.map(parts => {
    const { from, step } = niceSpan(low, high, parts, unit)
    return { from, to: from + parts * step, step }
  })
  const y = spans.reduce((best, span) => (span.to - span.from < best.to - best.from ? span : best))
  return {
    by,
    unit,
    x: { from: smallest(days), to: largest(days) },
    y,
    sayLine: line => sayPlainBound(figure, line),
  }
}

function ticksOf({ from, to, step }: TrendAxes['y']): number[] {
  const count = Math.round((to - from) / step)
  return Array.from({ length: count + 1 }, (_, index) => Number((from + index * step).toPrecision(12)))
}

function gutterOf(ticks: readonly { text: string }[]): number {
  const words = textWidth([{ text: 'does not' }])
  return Math.ceil(largest([words, ...ticks.map(({ text }) => textWidth([{ text }]))])) + 8
}

function lineAt(ink: 'grid' | 'base' | 'line' | 'rule', x1: number, x2: number, y: number): TrendShape {
  return { mark: 'line', ink, x1, x2, y1: y, y2: y }
}

/** More lines between periods than these would be a hatching. */
const mostLines = 40

function between(periods: readonly PlacedPeriod[], top: number, bottom: number): TrendShape[] {
  const everyYear = periods.filter(({ period }) => period.order === 0)
  const shown = periods.length <= mostLines ? periods : everyYear.length <= mostLines ? everyYear : []
  return shown.map(({ x1 }) => ({ mark: 'line', ink: 'grid', x1, x2: x1, y1: top, y2: bottom + 22 }))
}

/** The line is a step for each period, for an average of a year has no slope; where it is only bounded, a hatched band. */
function drawLine({ line, x1, x2 }: PlacedPeriod, y: (value: number) => number): TrendShape[] {
  if (line === null) return []
  const inset = (x2 - x1) * 0.03
  const [left, right] = [x1 + inset, x2 - inset]
  const [high, low] = [y(line.high), y(line.low)]
  // Bounds as close as a line is wide look like one.
  if (low - high < 1.5) return [lineAt('line', left, right, (high + low) / 2)]
  return [
    { mark: 'box', ink: 'band', x1: left, x2: right, y: high, height: low - high },
    lineAt('line', left, right, high),
    lineAt('line', left, right, low),
  ]
}

/** The radius of the largest dot, in pixels: smaller where dots are many, so that they do not cover each other. */
function largestRadius(points: number, how: keyof typeof size): number {
  if (how === 'small') return points > 60 ? 1.6 : 3
  return (
    [
      [60, 11],
      [200, 8],
      [800, 5.5],
    ].find(([most = 0]) => points <= most)?.[1] ?? 4
  )
}

const leastRadius = { large: 2.5, small: 1 }

function marksOf(
  points: readonly TrendPoint[],
  { x, y }: { x: (day: number) => number; y: (value: number) => number },
  how: keyof typeof size,
): TrendMark[] {
  const most = largest([1, ...points.map(balanceOf)])
  const widest = largestRadius(points.length, how)
  return points.map(point => {
    const { low, high, value } = point.value
    return {
      point,
      x: x(dayOf(point.dated.date)),
      top: y(value ?? high),
      bottom: y(value ?? low),
      radius: Math.max(leastRadius[how], widest * Math.sqrt(balanceOf(point) / most)),
    }
  })
}

/** The middle of what the balance may be; nought where none is known, which draws the smallest dot. */
function balanceOf({ balanceCents }: TrendPoint): number {
  return balanceCents ? (balanceCents.low + balanceCents.high) / 2 : 0
}
