import { smallest } from '../extremes.ts'
import type { Range } from '../report.ts'

/** A range on an axis. A null end is open. */
export type Span = { bucket: number; low: number | null; high: number | null }

/**
 * The ranges in axis order with neighbouring ends joined.
 *
 * > 50.01 to 55.00   55.01 to 60.00        50 ─ 55 ─ 60
 * > 500 - 519        520 - 539             500 ─ 520 ─ 540
 *
 * Filings print neighbours one unit apart, on one side or the other of the round figure that both mean. Such ends become
 * the rounder of the two. Wider gaps are rows that the filing leaves out, and stay.
 */
export function joinEdges(ranges: { bucket: number; range: Range }[]): Span[] {
  const spans = ranges.map(({ bucket, range }) => ({ bucket, low: range.low, high: range.high }))
  spans.sort((a, b) => orderOf(a) - orderOf(b))
  const unit = printedUnit(spans)
  let joined = unit <= smallest(spans.map(widthOf)) / 50 ? unit : 0
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1]
    if (next) joined = Math.max(joined, joinNeighbours(span, next, unit))
  }
  roundOuterEnds(spans, joined)
  return spans
}

/** True when a range begins before the one below it ends, so that areas would cover each other. */
export function doOverlap(spans: Span[]): boolean {
  return spans.some((span, index) => {
    const next = spans[index + 1]
    if (!next) return false
    if (span.high === null || next.low === null) return true
    return next.low < span.high
  })
}

/** Joins two neighbours that are a unit, or a fiftieth of the narrower, apart; gives the gap closed, 0 for none. */
function joinNeighbours(below: Span, above: Span, unit: number): number {
  if (below.high === null || above.low === null) return 0
  const gap = tidy(above.low - below.high)
  const narrower = Math.min(widthOf(below), widthOf(above))
  if (gap <= 0 || gap > Math.max(Math.min(unit * 1.001, narrower / 4), narrower / 50)) return 0
  const edge = rounder(below.high, above.low)
  below.high = edge
  above.low = edge
  return gap
}

/** The outermost ends have no neighbour, so they move as far as the others did where that makes them rounder. */
function roundOuterEnds(spans: Span[], gap: number): void {
  const first = spans[0]
  const last = spans.at(-1)
  if (first && first.low !== null) first.low = rounder(first.low, tidy(first.low - gap))
  if (last && last.high !== null) last.high = rounder(last.high, tidy(last.high + gap))
}

/** The unit that the ends are printed to: 0.01 for 50.01, 1 for 519, 100 for whole dollars in cents. */
function printedUnit(spans: Span[]): number {
  const ends = spans.flatMap(span => [span.low, span.high]).filter(end => end !== null && end !== 0)
  const units = ends.map(end => 10 ** powerOf(end as number))
  return units.length > 0 ? smallest(units) : 0
}

function rounder(a: number, b: number): number {
  return powerOf(b) > powerOf(a) ? b : a
}

/** The largest power of ten that divides a figure: −2 for 50.01, 1 for 520. Zero is rounder than anything. */
function powerOf(value: number): number {
  if (value === 0) return 99
  const digits = Math.abs(value).toPrecision(12)
  const [whole = '0', fraction = ''] = Number(digits).toFixed(6).split('.')
  const places = fraction.replace(/0+$/, '').length
  if (places > 0) return -places
  return whole.length - whole.replace(/0+$/, '').length
}

function orderOf(span: Span): number {
  return span.low ?? (span.high === null ? Infinity : -Infinity)
}

function widthOf(span: Span | undefined): number {
  return !span || span.low === null || span.high === null ? Infinity : span.high - span.low
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
