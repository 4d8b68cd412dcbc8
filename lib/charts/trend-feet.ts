import type { Bound } from '../distributions/index.ts'
import { largest } from '../extremes.ts'
import { namePeriod, type Period, type PeriodKind, type TrendPeriod } from '../trends/index.ts'
import { textWidth } from './text-width.ts'
import { shapesByWidth, type TrendShape } from './trend-shapes.ts'

/** A period between its two ends on the plot. */
export type PlacedPeriod = TrendPeriod & { x1: number; x2: number }

/** Clear of the lines between periods, and of the next text, in pixels. */
const inset = 6
const gap = 10

const widthOf = (text: string) => textWidth([{ text }])

/**
 * Texts under the axis: each period at its left end and what its line comes to at its right, where all have room for both;
 * else the periods alone, or every third, or every other year, as many as have room.
 */
export function drawFeet(
  periods: readonly PlacedPeriod[],
  kind: PeriodKind,
  y: number,
  say: (line: Bound) => string,
): TrendShape[] {
  const named = periods.map(placed => ({
    ...placed,
    name: namePeriod(placed.period, kind),
    figure: placed.line ? say(placed.line) : '',
  }))
  return shapesByWidth(width => {
    const both = largest(named.map(({ name, figure }) => widthOf(name) + widthOf(figure)))
    const room = width * ((periods[0]?.x2 ?? 1) - (periods[0]?.x1 ?? 0))
    const figures =
      both + gap + 2 * inset > room
        ? []
        : named.map(({ x2, figure }) => textAt('figure', x2, -inset, y, figure))
    return [...namesIn(named, kind, room, y), ...figures.filter(({ text }) => text !== '')]
  })
}

type Text = Extract<TrendShape, { mark: 'text' }>

function textAt(ink: Text['ink'], x: number, dx: number, y: number, text: string): Text {
  return { mark: 'text', ink, x, dx, y, anchor: dx < 0 ? 'end' : 'start', text }
}

/** Periods to a year, and years, that a name may stand for; each is a multiple of the one before. */
const strides: Record<PeriodKind, readonly number[]> = {
  month: [1, 3, 6, 12, 24, 60, 120],
  quarter: [1, 2, 4, 8, 20, 40],
  year: [1, 2, 10, 20],
}
const perYear: Record<PeriodKind, number> = { month: 12, quarter: 4, year: 1 }

function namesIn(
  named: readonly (PlacedPeriod & { name: string })[],
  kind: PeriodKind,
  room: number,
  y: number,
): Text[] {
  const year = widthOf('2000')
  const longest = largest(named.map(({ name }) => widthOf(name)))
  const fits = (stride: number) => (stride % perYear[kind] === 0 ? year : longest) + gap <= room * stride
  const stride = strides[kind].find(fits) ?? strides[kind].at(-1) ?? 1
  const isOfYears = stride % perYear[kind] === 0
  const stood = named.filter(({ period }) => placeOf(period, kind) % stride === 0)
  // Where no period falls on the stride, the first one stands for all.
  return (stood.length > 0 ? stood : named.slice(0, 1)).map(({ period, name, x1 }) =>
    textAt('axis', x1, inset, y, isOfYears ? String(period.year) : name),
  )
}

function placeOf({ year, order }: Period, kind: PeriodKind): number {
  return year * perYear[kind] + order
}
