import { largest } from '../extremes.ts'
import type { ChartMeasure, ChartSource } from './chart-source.ts'
import { type Box, linePath, placeOn, type Scale, type Shape, textAt } from './drawing.ts'
import { decimalsOf, niceTicks, type Ticks, ticksThrough, type ValueAxis } from './nice-axis.ts'
import { textWidth } from './text-width.ts'
import { sayTick, sayValueTick } from './words.ts'

/** Room that the figures left of a plot need, in pixels. */
export function gutterFor(axis: ValueAxis, measure: ChartMeasure): number {
  const step = axis.ticks[0] ?? 1
  const widths = axis.ticks.map(tick => textWidth([{ text: sayValueTick(tick, measure, step) }]))
  return Math.ceil(Math.max(8, largest(widths))) + 8
}

/** Grid lines with their figures, and what they count. */
export function drawValueAxis(axis: ValueAxis, plot: Box, measure: ChartMeasure, title: string): Shape[] {
  const step = axis.ticks[0] ?? 1
  const y = placeOn({ from: 0, to: axis.top }, plot.y + plot.height, -plot.height)
  const right = plot.x + plot.width
  const shapes: Shape[] = [textAt('axis', 0, 11, 'start', title)]
  const grid = axis.ticks.map(tick => linePath(plot.x, y(tick), right, y(tick))).join('')
  if (grid) shapes.push({ ink: 'grid', d: grid })
  for (const tick of axis.ticks)
    shapes.push(textAt('axis', plot.x - 6, y(tick) + 4, 'end', sayValueTick(tick, measure, step)))
  return shapes
}

/** As many ticks across as have room for their texts. */
export function ticksAcross(source: ChartSource, x: Scale, width: number, leastDecimals = 0): Ticks {
  const inMonths = source.unit === 'months'
  const ticksOf = (most: number) =>
    ticksThrough(source.landmarks, x.from, x.to, most, inMonths) ?? niceTicks(x.from, x.to, most, inMonths)
  for (let most = Math.floor(width / (width > 450 ? 56 : 34)); most > 1; most--) {
    const ticks = ticksOf(most)
    const decimals = Math.max(leastDecimals, decimalsOf(ticks.step))
    const widest = largest(
      ticks.values.map(value => textWidth([{ text: sayTick(value, source.unit, decimals) }])),
    )
    if (widest + 12 <= (ticks.step / (x.to - x.from)) * width) return ticks
  }
  return ticksOf(1)
}

/** The base line with ticks and their figures, none of which passes the right edge of the figure. */
export function drawBase(
  source: ChartSource,
  ticks: Ticks,
  x: Scale,
  plot: Box,
  right: number,
  leastDecimals = 0,
): Shape[] {
  const place = placeOn(x, plot.x, plot.width)
  const bottom = plot.y + plot.height
  const decimals = Math.max(leastDecimals, decimalsOf(ticks.step))
  const marks = ticks.values.map(value => linePath(place(value), bottom, place(value), bottom + 4)).join('')
  return [
    { ink: 'base', d: linePath(plot.x, bottom, plot.x + plot.width, bottom) + marks },
    ...ticks.values.map(value => {
      const text = sayTick(value, source.unit, decimals)
      const most = right - textWidth([{ text }]) / 2
      return textAt('axis', Math.min(place(value), most), bottom + 17, 'middle', text)
    }),
  ]
}

/** Height of a figure whose lowest shapes are the ticks across, or texts below them. */
export function footOf(plot: Box, below: Shape[]): number {
  const lowest = Math.max(
    plot.y + plot.height + 17,
    largest(below.map(shape => ('y' in shape ? shape.y : 0))),
  )
  return lowest + 6
}
