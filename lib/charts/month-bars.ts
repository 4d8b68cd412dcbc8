import { largest } from '../extremes.ts'
import { formatDecimal } from '../format/index.ts'
import { decimalsOf, niceValueAxis } from './nice-axis.ts'
import { textWidth } from './text-width.ts'
import { sayValueTick } from './words.ts'

/** How deep a part of a bar is inked: the first is the least of them. */
export type MonthInk = 1 | 2 | 3 | 4

/** What is drawn of a month: parts of its bar from below; null of a month that does not report it. */
export type MonthValue = { month: string; parts: readonly { ink: MonthInk; value: number }[] | null }

/** A month's bar; `x` is its middle and `width` its width, in percent of the plot; pixels upwards. */
type MonthBar = {
  month: string
  x: number
  width: number
  parts: { ink: MonthInk; y: number; height: number }[]
  /** Nothing is reported: drawn as a hatched foot, for no bar would say nothing happened. */
  isAbsent: boolean
}

/** Bars by month, one drawing for every width: places across are percents, so no text is scaled. */
export type MonthBars = {
  height: number
  /** Where the plot begins and ends upwards, in pixels. */
  top: number
  base: number
  gutter: number
  ticks: { y: number; text: string }[]
  bars: MonthBar[]
  /** Names of months at the foot, few enough for a phone. */
  names: { x: number; text: string; anchor: 'start' | 'middle' | 'end' }[]
}

const size = { top: 12, plot: 168, foot: 24 }
const absentHeight = 6
/** A bar takes so much of its month's room, and never more of the plot. */
const barPart = 0.72
const widestBar = 9
/** So many names of months have room in a plot of 220 pixels, which a window of 320 leaves. */
const mostNames = 3
/** From the middle of the plot, in percent: a name farther off would run into the first or the last. */
const farthestMiddle = 10
const hundred = 100

/** A tick of money, with the decimals that its step has: > 0   $2.5m   $12.5m */
export const sayMoneyTick = (cents: number, step: number) =>
  cents === 0 ? '0' : sayValueTick(cents, 'balance', step)

/** > 0%   2.5%   5.0%   0.025% */
export const sayPercentTick = (value: number, step: number) =>
  `${formatDecimal(value, value === 0 ? 0 : decimalsOf(step))}%`

/**
 * Values by month as bars; `sayTick` gives the figures of the axis, `nameMonth` the names at the foot. The axis begins at nothing.
 */
export function drawMonthBars(
  values: readonly MonthValue[],
  {
    sayTick,
    nameMonth,
  }: { sayTick: (value: number, step: number) => string; nameMonth: (month: string) => string },
): MonthBars {
  const base = size.top + size.plot
  const sums = values.map(({ parts }) => (parts ?? []).reduce((sum, { value }) => sum + value, 0))
  const axis = niceValueAxis(largest([0, ...sums]))
  const step = axis.ticks[0] ?? 1
  const ticks = [0, ...axis.ticks].map(value => ({
    y: base - (value / axis.top) * size.plot,
    text: sayTick(value, step),
  }))
  const room = hundred / Math.max(1, values.length)
  const width = Math.min(widestBar, room * barPart)
  return {
    height: base + size.foot,
    top: size.top,
    base,
    gutter: Math.ceil(largest(ticks.map(({ text }) => textWidth([{ text }])))) + 8,
    ticks,
    bars: values.map(({ month, parts }, order) => ({
      month,
      x: (order + 0.5) * room,
      width,
      ...(parts === null
        ? { parts: [{ ink: 1 as const, y: base - absentHeight, height: absentHeight }], isAbsent: true }
        : { parts: stack(parts, base, size.plot / axis.top), isAbsent: false }),
    })),
    names: namesOf(values, room, nameMonth),
  }
}

function stack(parts: NonNullable<MonthValue['parts']>, base: number, pixels: number): MonthBar['parts'] {
  let y = base
  return parts.flatMap(({ ink, value }) => {
    const height = Math.max(0, value) * pixels
    y -= height
    return height > 0 ? [{ ink, y, height }] : []
  })
}

/** All names where they have room, else the first, the last and the one between them, which the plot begins and ends with. */
function namesOf(
  values: readonly MonthValue[],
  room: number,
  nameMonth: (month: string) => string,
): MonthBars['names'] {
  const last = values.length - 1
  const middle = Math.round(last / 2)
  const isFew = values.length <= mostNames
  return values.flatMap(({ month }, order): MonthBars['names'] => {
    const [x, text] = [(order + 0.5) * room, nameMonth(month)]
    if (isFew || (order === middle && Math.abs(x - hundred / 2) <= farthestMiddle))
      return [{ x, text, anchor: 'middle' }]
    if (order === 0) return [{ x, text, anchor: 'start' }]
    return order === last ? [{ x, text, anchor: 'end' }] : []
  })
}
