import { largest, smallest } from '../extremes.ts'
import type { ChartLine } from './chart-line.ts'
import { type Box, discPath, linePath, px, type Shape, textAt } from './drawing.ts'
import { textWidth } from './text-width.ts'
import { sayLineValue } from './words.ts'

/**
 * A column beside category bars for what a line shows elsewhere: rows have no order that a line could run along, so each
 * has a dot at its value on a scale of the lane's own, and the value itself.
 */
export type Lane = { line: ChartLine; x: number; dots: number; right: number }

const dotRadius = 3.5

/** The lane at the right of a figure, null without a line. Its width is that of the dots and of the widest value. */
export function laneFor(line: ChartLine | null, width: number): Lane | null {
  if (!line) return null
  const known = line.values.filter(value => value !== null)
  const widest = largest(known.map(value => textWidth([{ text: sayLineValue(value, line) }])))
  const dots = width > 500 ? 96 : 44
  return { line, x: width - Math.ceil(widest) - 12 - dots, dots, right: width }
}

/** What the lane shows, at the head of the figure. `y` is its base line. */
export function laneTitle({ line, right }: Lane, y: number): Shape[] {
  const start = right - textWidth([{ text: line.name }])
  return [
    { ink: 'dot', d: discPath(start - 9, y - 4, dotRadius) },
    textAt('axis', start, y, 'start', line.name),
  ]
}

/** Room that the title takes from the right, in pixels. */
export function laneTitleWidth({ line }: Lane): number {
  return textWidth([{ text: line.name }]) + 16
}

/** The dots and values of rows whose bars stand at these boxes; `bucket` null is a bar of several rows, without one. */
export function drawLane(lane: Lane, rows: { bucket: number | null; bar: Box }[]): Shape[] {
  const { line, x, dots, right } = lane
  const known = line.values.filter(value => value !== null)
  const [low, high] = [smallest(known), largest(known)]
  const placeOf = (value: number) => x + (high > low ? ((value - low) / (high - low)) * dots : dots / 2)
  const placed = rows.flatMap(({ bucket, bar }) => {
    const value = bucket === null ? null : (line.values[bucket] ?? null)
    return value === null ? [] : [{ value, y: bar.y + bar.height / 2 }]
  })
  if (placed.length === 0) return []
  return [
    { ink: 'grid', d: placed.map(({ y }) => linePath(x, y, x + dots, y)).join('') },
    { ink: 'dot', d: placed.map(({ value, y }) => discPath(placeOf(value), y, dotRadius)).join('') },
    ...placed.map(({ value, y }) =>
      textAt('words', right, Number(px(y + 4)), 'end', { text: sayLineValue(value, line), strong: true }),
    ),
  ]
}
