import { largest } from '../extremes.ts'
import type { Overlay, OverlayRun } from './drawing.ts'
import {
  type Box,
  discPath,
  linePath,
  placeOn,
  px,
  type Run,
  type Scale,
  type Shape,
  textAt,
} from './drawing.ts'
import type { LabelWish } from './place-labels.ts'
import { textWidth } from './text-width.ts'

const leastGutter = 34
const dotRadius = 2.5
/** More points than this stand too close for dots of their own. */
const mostDots = 24

/** Room that the line's figures need right of the plot, in pixels. */
export function overlayGutter({ ticks }: Overlay): number {
  return Math.max(leastGutter, largest(ticks.map(({ text }) => Math.ceil(textWidth([{ text }])) + 10)))
}

/** Room at the head: a second row where the titles of both axes are too long for one. */
export function headroom(title: string, overlay: Overlay | null, width: number): number {
  if (!overlay) return 26
  const taken = textWidth([{ text: title }]) + textWidth([{ text: overlay.title }]) + swatchWidth(overlay)
  return taken + 12 > width ? 41 : 26
}

/** The line's scale at the right of the plot: its figures, and over them what they are, with a piece of the line. */
export function drawOverlayAxis(overlay: Overlay, plot: Box, right: number): Shape[] {
  const y = placeOn(overlay.scale, plot.y + plot.height, -plot.height)
  const title = plot.y - 15
  const start = right - textWidth([{ text: overlay.title }]) - swatchWidth(overlay)
  const named: Shape[] =
    overlay.kind === 'average'
      ? [
          { ink: 'line', d: linePath(start, title - 4, start + 16, title - 4) },
          { ink: 'dot', d: discPath(start + 8, title - 4, dotRadius) },
          textAt('axis', start + swatchWidth(overlay), title, 'start', overlay.title),
        ]
      : [textAt('axis', right, title, 'end', overlay.title)]
  return [
    ...named,
    ...overlay.ticks.map(({ at, text }) => textAt('axis', plot.x + plot.width + 6, y(at) + 4, 'start', text)),
  ]
}

/** The line itself: dotted where it is not known. */
export function drawRuns({ runs, scale }: Overlay, x: Scale, plot: Box): Shape[] {
  const shapes = (['line-open', 'line'] as const).map(ink => ({
    ink,
    d: runs
      .filter(run => run.ink === ink)
      .map(run => pathOf(pixelsOf(run, scale, x, plot)))
      .join(''),
  }))
  return shapes.filter(({ d }) => d !== '')
}

/** A dot at each row's average, or, where they are many, at those that no line reaches. */
export function drawDots({ kind, runs, scale }: Overlay, x: Scale, plot: Box): Shape[] {
  if (kind === 'cumulative') return []
  const count = runs.reduce((sum, { points }) => sum + points.length, 0)
  const dotted = runs.filter(({ points }) => count <= mostDots || points.length === 1)
  const d = dotted.flatMap(run =>
    pixelsOf(run, scale, x, plot).map(point => discPath(point.x, point.y, dotRadius)),
  )
  return d.length > 0 ? [{ ink: 'dot', d: d.join('') }] : []
}

/** What labels keep away from: small boxes along the line, every few pixels, the figures of its scale, and the words over them. */
export function overlayObstacles(overlay: Overlay | null, x: Scale, plot: Box, width: number): Box[] {
  if (!overlay) return []
  const along = overlay.runs.flatMap(run => {
    const points = pixelsOf(run, overlay.scale, x, plot)
    return points.flatMap((point, index) => boxesBetween(point, points[index + 1] ?? point))
  })
  const taken = textWidth([{ text: overlay.title }]) + swatchWidth(overlay) + 6
  const up = placeOn(overlay.scale, plot.y + plot.height, -plot.height)
  const scale = overlay.ticks.map(({ at, text }) => ({
    x: plot.x + plot.width + 4,
    y: up(at) - 7,
    width: textWidth([{ text }]) + 4,
    height: 14,
  }))
  return [...along, ...scale, { x: width - taken, y: plot.y - 26, width: taken, height: 15 }]
}

/** Figures at the highest and the lowest average, where there is room. Shares added up have a label of their own. */
export function wishesForExtremes(overlay: Overlay | null, x: Scale, plot: Box): LabelWish[] {
  if (overlay?.kind !== 'average') return []
  const points = overlay.runs.flatMap(run =>
    pixelsOf(run, overlay.scale, x, plot).map((place, index) => ({
      ...place,
      value: run.points[index]?.value ?? 0,
    })),
  )
  const byValue = points.toSorted((a, b) => a.value - b.value)
  const [lowest, highest] = [byValue[0], byValue.at(-1)]
  if (!lowest || !highest) return []
  const wishes = [wishAt(highest, overlay, [-9, 19])]
  return lowest.value < highest.value ? [...wishes, wishAt(lowest, overlay, [19, -9])] : wishes
}

type Point = { x: number; y: number }

function wishAt({ x, y, value }: Point & { value: number }, overlay: Overlay, rises: number[]): LabelWish {
  const line: Run[] = [{ text: overlay.say(value), strong: true }]
  return {
    lines: [line],
    places: [
      ...rises.flatMap(rise => [
        { x, y: y + rise, anchor: 'middle' as const },
        { x: x + 4, y: y + rise, anchor: 'start' as const },
        { x: x - 4, y: y + rise, anchor: 'end' as const },
      ]),
      { x: x + 8, y: y + 4, anchor: 'start' },
      { x: x - 8, y: y + 4, anchor: 'end' },
    ],
  }
}

function swatchWidth({ kind }: Overlay): number {
  return kind === 'average' ? 22 : 0
}

function pixelsOf({ points }: OverlayRun, scale: Scale, x: Scale, plot: Box): Point[] {
  const across = placeOn(x, plot.x, plot.width)
  const up = placeOn(scale, plot.y + plot.height, -plot.height)
  return points.map(({ at, value }) => ({ x: across(at), y: up(value) }))
}

function pathOf(points: Point[]): string {
  const places = points.map(({ x, y }) => `${px(x)} ${px(y)}`)
  const distinct = places.filter((place, index) => place !== places[index - 1])
  return distinct.length > 1 ? `M${distinct.join('L')}` : ''
}

function boxesBetween(from: Point, to: Point): Box[] {
  const parts = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 5) + 1
  return Array.from({ length: parts + 1 }, (_, part) => ({
    x: from.x + ((to.x - from.x) * part) / parts - 2,
    y: from.y + ((to.y - from.y) * part) / parts - 2,
    width: 4,
    height: 4,
  }))
}
