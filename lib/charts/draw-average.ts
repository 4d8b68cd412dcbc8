import { formatDecimal, formatMoney, formatWholeDollars, recomputedDecimals } from '../format/index.ts'
import type { ChartAverage, ChartSource } from './chart-source.ts'
import {
  type Box,
  discPath,
  linePath,
  placeOn,
  px,
  type Run,
  type Scale,
  type Shape,
  type TextShape,
} from './drawing.ts'
import { type LabelPlace, labelBox, linesAt } from './place-labels.ts'

/**
 * The stated average at its place under the axis: a triangle where the rows give it exactly or it stands alone, an
 * interval with a dot where they only bound it. Nothing where there is none, or none with a place on the axis.
 */
export function drawAverage(
  { source, average, offAxis }: Averaged,
  x: Scale,
  plot: Box,
  width: number,
): Shape[] {
  const value = average?.stated ?? average?.recomputed ?? null
  if (!average || value === null || value < x.from || value > x.to) return []
  const place = placeOn(x, plot.x, plot.width)
  const y = plot.y + plot.height + 32
  const isBounded = average.bounds !== null && average.recomputed === null
  const ends = isBounded && average.bounds ? average.bounds : ([value, value] as const)
  const [left, right] = [place(Math.max(x.from, ends[0])), place(Math.min(x.to, ends[1]))]
  const marks: Shape[] = isBounded
    ? [
        { ink: 'span', d: intervalPath(left, right, y) },
        { ink: 'mark', d: discPath(place(value), y, 4) },
      ]
    : [{ ink: 'mark', d: trianglePath(place(value), y) }]
  return [
    ...marks,
    ...besideIt(wordsOf(source, average), [left, right], y + 4, {
      from: offAxis.length > 0 ? plot.x : 0,
      to: width,
    }),
  ]
}

type Averaged = { source: ChartSource; average: ChartAverage | null; offAxis: readonly unknown[] }

/** An average in its own precision: `72.65`, `$407,075`, `355`. */
function sayAverage(source: ChartSource, value: number, decimals: number): string {
  if (source.unit !== 'cents') return formatDecimal(value, decimals)
  return `$${decimals > 0 ? formatMoney(value) : formatWholeDollars(value)}`
}

/** Words beside the mark, on the side that has room: in one line, else the second under the first and the mark. */
function besideIt(words: Run[][], [left = 0, right = 0]: number[], y: number, room: Scale): Shape[] {
  const inOne = [words.flatMap((line, index) => (index === 0 ? line : [{ text: ' ' }, ...line]))]
  const places: LabelPlace[] = [
    { x: right + 9, y, anchor: 'start' },
    { x: left - 9, y, anchor: 'end' },
  ]
  for (const lines of [inOne, words]) {
    const place = places.find(candidate => fits(lines.slice(0, 1), candidate, room))
    if (place) return linesAt(lines, place).map(line => pullInside(line, room))
  }
  return linesAt(words, { x: 0, y: y + 15, anchor: 'start' })
}

function fits(lines: Run[][], place: LabelPlace, { from, to }: Scale): boolean {
  const box = labelBox(lines, place)
  return box.x >= from && box.x + box.width <= to
}

/** Shift a line so that it neither begins nor ends outside the figure. */
function pullInside(line: TextShape, { from, to }: Scale): TextShape {
  const box = labelBox([line.runs], line)
  if (box.x < from) return { ...line, x: from, anchor: 'start' }
  return box.x + box.width > to ? { ...line, x: to, anchor: 'end' } : line
}

function wordsOf(source: ChartSource, average: ChartAverage): Run[][] {
  const { name, stated, recomputed, bounds, decimals } = average
  const figure = { text: sayAverage(source, stated ?? recomputed ?? 0, decimals), strong: true }
  if (stated === null) return [[{ text: `${name} ` }, figure, { text: ' from the rows' }]]
  const head = [{ text: `${name} ` }, figure, { text: ' stated,' }]
  if (recomputed !== null) return [head, [{ text: sayRecomputed(source, average, recomputed) }]]
  if (bounds === null) return [head, [{ text: 'not in the rows' }]]
  const slack = 0.5 / 10 ** decimals
  const isInside = stated >= bounds[0] - slack && stated <= bounds[1] + slack
  return [head, [{ text: `${isInside ? 'inside' : 'outside'} what the rows allow` }]]
}

function sayRecomputed(source: ChartSource, { decimals }: ChartAverage, recomputed: number): string {
  const finer = source.unit === 'cents' ? 2 : recomputedDecimals(recomputed, decimals)
  return `${sayAverage(source, recomputed, finer)} recomputed`
}

function trianglePath(x: number, y: number): string {
  return `M${px(x)} ${px(y - 5)}l5 9h-10z`
}

function intervalPath(left: number, right: number, y: number): string {
  return (
    linePath(left, y, right, y) + linePath(left, y - 5, left, y + 5) + linePath(right, y - 5, right, y + 5)
  )
}
