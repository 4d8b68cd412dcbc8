import type { Range } from '../report.ts'

/** A range on an axis. A null end is open. */
export type Span = { bucket: number; low: number | null; high: number | null }

/**
 * The ranges in axis order with neighbouring ends joined.
 *
 * > 50.01 to 55.00   55.01 to 60.00        50 ─ 55 ─ 60
 * > 500 - 519        520 - 539             500 ─ 520 ─ 540
 *
 * Filings print neighbours one unit apart, on one side or the other of the round figure that both mean. Ends no
 * further apart than the unit they are printed to, or a fiftieth of the narrower range, become the rounder of the two.
 */
export function joinEdges(ranges: { bucket: number; range: Range }[]): Span[] {
  const spans = ranges.map(({ bucket, range }) => ({ bucket, low: range.low, high: range.high }))
  spans.sort((a, b) => orderOf(a) - orderOf(b))
  const unit = printedUnit(spans)
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1]
    if (next) joinNeighbours(span, next, unit)
  }
  roundOuterEnds(spans, unit)
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

function joinNeighbours(below: Span, above: Span, unit: number): void {
  if (below.high === null || above.low === null) return
  const gap = above.low - below.high
  const narrower = Math.min(widthOf(below), widthOf(above))
  if (gap === 0 || Math.abs(gap) > Math.max(unit * 1.001, narrower / 50)) return
  const edge = rounder(below.high, above.low)
  below.high = edge
  above.low = edge
}

/** The outermost ends have no neighbour, so they move by the printed unit where that makes them rounder. */
function roundOuterEnds(spans: Span[], unit: number): void {
  const first = spans[0]
  const last = spans.at(-1)
  if (first && typeof first.low === 'number') first.low = rounder(first.low, tidy(first.low - unit))
  if (last && typeof last.high === 'number') last.high = rounder(last.high, tidy(last.high + unit))
}

/** The unit that the ends are printed to: 0.01 for 50.01, 1 for 519, 100 for whole dollars in cents. */
function printedUnit(spans: Span[]): number {
  const ends = spans.flatMap(span => [span.low, span.high]).filter(end => end !== null && end !== 0)
  const units = ends.map(end => 10 ** powerOf(end as number))
  return units.length > 0 ? Math.min(...units) : 0
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

function widthOf(span: Span): number {
  return span.low === null || span.high === null ? Infinity : span.high - span.low
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
