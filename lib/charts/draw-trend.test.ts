import { describe, expect, it } from 'vitest'
import { type PeriodKind, type TrendDeal, trendOf } from '../trends/index.ts'
import { drawTrend, trendAxes } from './draw-trend.ts'
import { textWidth } from './text-width.ts'
import { shapesByWidth, type TrendShape, trendWidths } from './trend-shapes.ts'

const waltv = { kind: 'pool', id: 'waltv' } as const

function deal(order: number, more: Partial<TrendDeal> = {}): TrendDeal {
  const value = 60 + (order % 20)
  const month = String((order % 12) + 1).padStart(2, '0')
  return {
    slug: `deal-${order}`,
    name: `Deal ${order}`,
    shelf: null,
    dated: { date: `${1998 + (order % 9)}-${month}-15`, kind: 'cut-off' },
    balanceCents: { low: 1e9 * (1 + order), high: 1e9 * (1 + order) },
    value: { low: value, high: value, value, kind: 'stated' },
    checksFailed: 0,
    ...more,
  }
}

const bounded = { value: { low: 61, high: 79, value: null, kind: 'bounded' } } as const
const deals = [
  ...Array.from({ length: 60 }, (_, order) => deal(order)),
  deal(60, bounded),
  deal(61, { ...bounded, checksFailed: 1 }),
  deal(62, { value: null }),
]

function draw(by: PeriodKind, own = deals, how: 'large' | 'small' = 'large') {
  const trend = trendOf(own, { by, weighing: 'balance', withFailing: false })
  return { trend, drawing: drawTrend(trend, trendAxes([trend], waltv, by), how) }
}

/** The shapes that a plot of a width shows. */
const shownAt = (shapes: readonly TrendShape[], width: number) =>
  shapes.filter(({ from = 0, until = Infinity }) => width >= from && width < until)

describe('drawTrend', () => {
  it('has a mark for every deal that reports, inside the plot, larger for a larger balance', () => {
    const { trend, drawing } = draw('year')
    expect(drawing.marks).toHaveLength(trend.points.length)
    for (const { x, top, bottom } of drawing.marks) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(1)
      expect(top).toBeLessThanOrEqual(bottom)
      expect(top).toBeGreaterThanOrEqual(19.9)
      expect(bottom).toBeLessThanOrEqual(270.1)
    }
    const radius = (slug: string) => drawing.marks.find(({ point }) => point.slug === slug)?.radius ?? 0
    expect(radius('deal-59') ** 2 / radius('deal-29') ** 2).toBeCloseTo(2, 1)
  })

  it.each(['year', 'quarter', 'month'] as const)(
    'never lets texts under the axis by %s run into each other',
    by => {
      const { drawing } = draw(by)
      for (const width of trendWidths) {
        const texts = shownAt(drawing.shapes, width).flatMap(shape => {
          if (shape.mark !== 'text' || shape.ink === 'fail' || shape.y !== 287) return []
          const wide = textWidth([{ text: shape.text }], 12)
          const at = shape.x * width + shape.dx
          return [shape.anchor === 'end' ? { from: at - wide, to: at } : { from: at, to: at + wide }]
        })
        expect(texts.length).toBeGreaterThan(0)
        texts.sort((one, other) => one.from - other.from)
        for (const [order, { from }] of texts.entries())
          expect(from).toBeGreaterThanOrEqual(texts[order - 1]?.to ?? Number.NEGATIVE_INFINITY)
      }
    },
  )

  it('counts every dated deal in the strip, at every width', () => {
    const { drawing } = draw('year')
    for (const width of trendWidths) {
      const shown = shownAt(drawing.shapes, width)
      const strip = shown.filter(shape => 'ink' in shape && /counted|hatched|failing|absent/.test(shape.ink))
      const squares = strip.filter(({ mark }) => mark === 'bar')
      if (squares.length > 0) expect(squares).toHaveLength(deals.length)
      else expect(strip.filter(({ mark }) => mark === 'box').length).toBeGreaterThanOrEqual(9)
    }
  })

  it('has neither names nor a strip in small', () => {
    const { drawing } = draw('year', deals, 'small')
    expect(drawing.strip).toBeNull()
    expect(drawing.shapes.filter(({ mark }) => mark === 'text')).toEqual([])
  })

  it('draws a line that is only bounded as a band between its ends', () => {
    const { drawing } = draw('year', [deal(0, bounded)])
    const [band] = drawing.shapes.filter(shape => shape.mark === 'box' && shape.ink === 'band')
    const [mark] = drawing.marks
    expect(band).toMatchObject({ y: expect.closeTo(mark?.top ?? 0, 3) })
  })

  it('draws one deal alone, and none', () => {
    expect(draw('month', [deal(3)]).drawing.marks).toHaveLength(1)
    expect(draw('month', [deal(3, { value: null })]).drawing.marks).toHaveLength(0)
  })
})

describe('shapesByWidth', () => {
  it('has a shape of neighbouring widths once, and says where it ends', () => {
    const line = { mark: 'line', ink: 'base', x1: 0, x2: 1, y1: 1, y2: 1 } as const
    const other = { ...line, ink: 'grid' } as const
    const shapes = shapesByWidth(width => (width < 400 ? [line] : width < 800 ? [line, other] : [other]))
    expect(shapes).toEqual([
      { ...line, until: 860 },
      { ...other, from: 420 },
    ])
  })
})
