import { describeTrend } from '../charts/describe-trend.ts'
import { drawTrend, type TrendDrawing, type TrendMark, trendAxes } from '../charts/draw-trend.ts'
import { px } from '../charts/drawing.ts'
import type { TrendShape } from '../charts/trend-shapes.ts'
import { type DealFigure, describeDealFigure, nameDealFigure } from '../figures/index.ts'
import { type PeriodKind, sayCounts, sayDates, type Trend } from '../trends/index.ts'
import { chartColours, type Theme } from './chart-inks.ts'
import { framePicture, textAt, wordsIn } from './picture.ts'

/** What a picture of a trend is made of; `of` and `address` name the deals and the page at its foot. */
export type TrendPicture = {
  figure: DealFigure
  trend: Trend
  by: PeriodKind
  of: string
  address: string
  theme: Theme
}

/** Of the figure with its axis, in pixels: what a slide or a page across has room for. */
const width = 1000

/** A measure over time as a picture by itself. */
export function trendSvg({ figure, trend, by, of, address, theme }: TrendPicture): string {
  const drawing = drawTrend(trend, trendAxes([trend], figure, by), 'large')
  const title = describeDealFigure(figure)
  const room = width - drawing.gutter
  const captions = `Areas are balances; what is hatched lies between a floor and a ceiling. ${sayDates(trend) ?? ''}`
  return framePicture({
    title: `${title}, ${of}`,
    describedAs: describeTrend(trend, figure, by),
    theme,
    width,
    height: drawing.height,
    head: [
      ...wordsIn(title, width, { size: 16, colour: 'ink', weight: 600 }),
      ...wordsIn(`${of}: ${sayCounts(trend)}.`, width, { size: 13, colour: 'ink-2' }),
    ],
    foot: [
      ...wordsIn(captions, width, { size: 12, colour: 'ink-3' }),
      ...wordsIn(address, width, { size: 11, colour: 'ink-3' }),
    ],
    hatches: {
      point: chartColours.data,
      line: chartColours['ink-3'],
      failing: chartColours['fail-data'],
    },
    shapes: [
      ...drawAxis(drawing, nameDealFigure(figure).measured),
      `<g transform="translate(${drawing.gutter} 0)">`,
      ...drawing.shapes.filter(shape => hasRoom(shape, room)).map(shape => drawShape(shape, room)),
      ...drawing.marks.map(mark => drawMark(mark, room)),
      '</g>',
    ],
  })
}

function hasRoom({ from = 0, until = Number.POSITIVE_INFINITY }: TrendShape, room: number): boolean {
  return room >= from && room < until
}

function drawAxis({ gutter, ticks, strip }: TrendDrawing, measured: string): string[] {
  const words = strip
    ? [
        { y: strip.reports, text: 'reports' },
        { y: strip.doesNot, text: 'does not' },
      ]
    : []
  return [
    ...[{ y: 10, text: measured }, ...words].map(({ y, text }) => textAt(0, y, 'start', text)),
    ...ticks.map(({ y, text }) => textAt(gutter - 6, y + 4, 'end', text)),
  ]
}

const strokes = {
  grid: chartColours.rule,
  rule: chartColours.rule,
  base: chartColours['ink-2'],
  line: chartColours.ink,
}

const areas = {
  band: 'fill="url(#line)"',
  counted: `fill="${chartColours['ink-2']}"`,
  hatched: `fill="url(#line)" stroke="${chartColours['ink-2']}"`,
  failing: `fill="${chartColours.paper}" stroke="${chartColours['fail-data']}" stroke-width="2"`,
  absent: `fill="none" stroke="${chartColours['ink-3']}"`,
}

function drawShape(shape: TrendShape, room: number): string {
  if (shape.mark === 'line') {
    const wide = shape.ink === 'line' ? ' stroke-width="1.5"' : ''
    return `<path d="M${px(shape.x1 * room)} ${px(shape.y1)}L${px(shape.x2 * room)} ${px(shape.y2)}" stroke="${strokes[shape.ink]}"${wide}/>`
  }
  if (shape.mark === 'text')
    return textAt(
      shape.x * room + shape.dx,
      shape.y,
      shape.anchor,
      shape.text,
      shape.ink === 'figure' ? chartColours.ink : chartColours['ink-3'],
    )
  const [x, wide] =
    shape.mark === 'box'
      ? [shape.x1 * room, (shape.x2 - shape.x1) * room]
      : [shape.x * room + shape.dx - shape.width / 2, shape.width]
  return `<rect x="${px(x)}" y="${px(shape.y)}" width="${px(wide)}" height="${px(shape.height)}" ${areas[shape.ink]}/>`
}

function drawMark({ point, x, top, bottom, radius }: TrendMark, room: number): string {
  const fails = point.checksFailed > 0
  const dotAt = (y: number) =>
    `<circle cx="${px(x * room)}" cy="${px(y)}" r="${px(radius)}" ${
      fails
        ? `fill="${chartColours.paper}" stroke="${chartColours['fail-data']}" stroke-width="2"`
        : `fill="${chartColours.data}" stroke="${chartColours.paper}"`
    }/>`
  if (point.value.value !== null || bottom - top < 2) return dotAt((top + bottom) / 2)
  const colour = fails ? chartColours['fail-data'] : chartColours.data
  const [left, wide] = [px(x * room - radius), px(2 * radius)]
  const caps = `<path d="M${left} ${px(top)}h${wide}M${left} ${px(bottom)}h${wide}" stroke="${colour}" stroke-width="2"/>`
  const bar = `<rect x="${left}" y="${px(top)}" width="${wide}" height="${px(bottom - top)}" fill="url(#${fails ? 'failing' : 'point'})"/>`
  // What contradicts itself is marked where the filing has it, not halfway between.
  return bar + caps + (fails ? dotAt(top) + dotAt(bottom) : '')
}
