import { largest, smallest } from '@/lib/extremes.ts'
import type { ShareOfRange } from '@/lib/library/deal-summary.ts'

/** The part of an axis that a column of small stills shows, the same for every row so that they can be compared. */
export type Span = { low: number; high: number }
export type Box = { width: number; height: number }

/** How a column's ranges are drawn: the least value there can be, and from where on the axis is shown. */
export type AxisRule = { least: number; from: number | null }

/** One share on the axis, in pixels; `open` when an end of it is a bound that no filing printed. */
export type Bar = { x: number; width: number; height: number; open: boolean }

/** The span that holds every printed end of all rows, or null when no row has one. */
export function spanOf(rows: readonly ShareOfRange[][], rule: AxisRule): Span | null {
  const ends = rows.flat().flatMap(({ low, high }) => [low, high].filter(end => end !== null))
  if (ends.length === 0) return null
  const low = rule.from ?? smallest(ends)
  const high = largest(ends)
  return high > low ? { low, high } : { low: low - 0.5, high: low + 0.5 }
}

/**
 * The bars of one still. An exact value is a line as high as its share; a range's area is its share, so its height is
 * share over width. An open end runs to the least value there can be, or to the end of the span.
 *
 * > |            |
 *   |▨▨▨▨▨▨▨__▂▂▄█▂   the open low end, hatched
 */
export function barsOf(shares: readonly ShareOfRange[], span: Span, rule: AxisRule, box: Box): Bar[] {
  const drawn = shares.map(share => ({
    ...closeEnds(share, span, rule),
    open: isOpen(share),
    pct: share.pct,
  }))
  const exact = drawn.filter(bar => bar.high === bar.low)
  const wide = drawn.filter(bar => bar.high > bar.low)
  return [
    ...scale(exact, bar => bar.pct, span, box),
    ...scale(wide, bar => bar.pct / (bar.high - bar.low), span, box),
  ]
}

type Closed = { low: number; high: number; open: boolean; pct: number }

function isOpen({ low, high }: ShareOfRange): boolean {
  return low === null || high === null
}

function closeEnds({ low, high }: ShareOfRange, span: Span, rule: AxisRule): { low: number; high: number } {
  const from = low ?? Math.min(rule.least, high ?? span.low)
  return { low: from, high: high ?? Math.max(span.high, from) }
}

/** Put bars on the axis, the highest of them as high as the box; what lies outside the span is cut off. */
function scale(bars: Closed[], measure: (bar: Closed) => number, span: Span, box: Box): Bar[] {
  const highest = Math.max(largest(bars.map(measure)), 0)
  if (highest === 0) return []
  const place = (value: number) =>
    (box.width * (Math.min(Math.max(value, span.low), span.high) - span.low)) / (span.high - span.low)
  return bars.map(bar => ({
    x: place(bar.low),
    width: place(bar.high) - place(bar.low),
    height: (box.height * measure(bar)) / highest,
    open: bar.open,
  }))
}
