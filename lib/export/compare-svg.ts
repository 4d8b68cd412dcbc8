import { type ComparedBar, labelEdge, pickRows, placeBars } from '../charts/compared-bars.ts'
import { px } from '../charts/drawing.ts'
import { breakText } from '../charts/text-width.ts'
import type { Dimension } from '../dimensions/index.ts'
import { type Amount, amountNames, type ComparedPools, findWidest } from '../distributions/index.ts'
import { formatDecimal, formatShortMoney } from '../format/index.ts'
import { chartColours, seriesColours, type Theme } from './chart-inks.ts'
import { framePicture, textAt, wordsIn } from './picture.ts'

/** What a picture of a comparison is made of; `address` names the page at its foot. */
export type ComparisonPicture = {
  dimension: Dimension
  measure: Amount
  compared: ComparedPools
  /** Of all pools asked for, in their order. */
  names: readonly string[]
  address: string
  theme: Theme
}

/** Of the figure with its axis, in pixels. */
const width = 1000
const height = 320
const plot = { left: 56, top: 10, foot: 34 }
const base = height - plot.foot
const room = width - plot.left
/** So many groups of bars have room for their labels. */
const mostGroups = 16

/** Deals side by side in one dimension as a picture by itself: bars solid to what is certain, hatched to what may be. */
export function compareSvg({
  dimension,
  measure,
  compared,
  names,
  address,
  theme,
}: ComparisonPicture): string {
  const { rows, pools, by } = compared
  const widest = findWidest(compared)?.row ?? null
  const shown = pickRows(rows, mostGroups, widest)
  const labelOf = (row: (typeof rows)[number]) =>
    row.range === null || by === 'names' || by === 'edges'
      ? row.label
      : labelEdge(row.range.low ?? row.range.high ?? 0, dimension.unit)
  const { axis, groups } = placeBars({ rows: shown, widest, labelOf })
  const y = (value: number) => base - ((base - plot.top) * value) / axis.top
  const own = pools.map(({ pool }) => ({ name: names[pool] ?? '', series: pool }))
  const title = `${dimension.longName}, ${amountNames[measure].toLowerCase()}`
  const left = rows.length - shown.length
  const note = `Solid is certain; what is hatched lies between a floor and a ceiling.${left > 0 ? ` ${shown.length} of ${rows.length} rows are drawn.` : ''}`
  return framePicture({
    title,
    describedAs: `${title}: ${own.map(({ name }) => name).join(', ')}`,
    theme,
    width,
    height: height + 20 * own.length,
    head: wordsIn(title, width, { size: 16, colour: 'ink', weight: 600 }),
    foot: [
      ...wordsIn(note, width, { size: 12, colour: 'ink-3' }),
      ...wordsIn(address, width, { size: 11, colour: 'ink-3' }),
    ],
    hatches: Object.fromEntries(own.map(({ series }) => [hatchOf(series), colourOf(series)])),
    shapes: [
      ...axis.ticks.flatMap(tick => [
        `<path d="M${plot.left} ${px(y(tick))}H${width}" stroke="${chartColours.rule}"/>`,
        textAt(plot.left - 6, y(tick) + 4, 'end', sayTick(tick, measure)),
      ]),
      ...groups.flatMap(({ label, from, width: wide, bars }) => [
        ...bars.map(bar => drawBar(bar, own[bar.series]?.series ?? 0, y)),
        ...drawLabel(label, across(from + wide / 2), (wide / 100) * room - 8),
      ]),
      `<path d="M${plot.left} ${base}H${width}" stroke="${chartColours['ink-2']}"/>`,
      ...own.flatMap(({ name, series }, order) => drawKey(name, series, height + 20 * order)),
    ],
  })
}

const colourOf = (series: number) => seriesColours[series % seriesColours.length] ?? chartColours.data
const hatchOf = (series: number) => `pool-${series}`
const across = (percent: number) => plot.left + (percent / 100) * room

function drawBar(
  { x, width: wide, bound }: ComparedBar,
  series: number,
  y: (value: number) => number,
): string {
  const [left, right] = [across(x), across(x + wide)]
  const [low, high] = [y(bound.low), y(bound.high)]
  const box = (from: number, to: number, fill: string) =>
    `<rect x="${px(left)}" y="${px(to)}" width="${px(right - left)}" height="${px(Math.max(0, from - to))}" fill="${fill}"/>`
  const solid = box(base, low, colourOf(series))
  if (low - high < 0.5) return solid
  const caps = `<path d="M${px(left)} ${px(low)}H${px(right)}M${px(left)} ${px(high)}H${px(right)}" stroke="${chartColours.ink}" stroke-width="1.5"/>`
  return solid + box(low, high, `url(#${hatchOf(series)})`) + caps
}

/** In two lines at most; what has no room ends in dots. */
function drawLabel(label: string, x: number, wide: number): string[] {
  const [first = '', second, ...more] = breakText(label, wide)
  return [first, more.length > 0 ? `${second}…` : second].flatMap((line, order) =>
    line ? [textAt(x, base + 14 + 14 * order, 'middle', line)] : [],
  )
}

function drawKey(name: string, series: number, top: number): string[] {
  return [
    `<rect x="${plot.left}" y="${top + 2}" width="12" height="12" fill="${colourOf(series)}"/>`,
    textAt(plot.left + 20, top + 12, 'start', name, chartColours.ink),
  ]
}

function sayTick(tick: number, measure: Amount): string {
  if (measure === 'balanceCents') return formatShortMoney(tick)
  return formatDecimal(tick, Number.isInteger(tick) ? 0 : 1)
}
