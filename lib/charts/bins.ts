import { largest, smallest } from '../extremes.ts'
import type { AxisEnds } from './chart-source.ts'
import type { Span } from './edges.ts'

/** Which end of a bin is drawn to a bound of ours instead of a printed one, and why. */
type DrawnEnd = { side: 'low' | 'high'; to: number; why: 'open' | 'far'; printed: number | null }

/** A range as it is drawn. Its area stands for its amount, so `height` is amount per `perWidth` of axis. */
export type Bin = Span & { left: number; right: number; drawn: DrawnEnd | null }

/** A table's ranges ready to be drawn. */
export type Bins = {
  bins: Bin[]
  /** The commonest width: heights are amounts per this much axis. */
  perWidth: number
  /** True when closed ranges differ in width, so that height is density rather than amount. */
  isDensity: boolean
}

/**
 * Give every range two ends to be drawn between.
 *
 * An open end goes four common widths out, or twice its neighbour's width where that is more, but no further than a third of
 * what the printed ends span, or one common width, so that it never takes most of the axis; there to a round figure, and never
 * past zero when nothing printed is negative, nor past `ends`, beyond which no figure lies. Where that end is the greatest
 * figure there is, an open range is drawn up to it: credit scores end at 850. An outermost range that alone would take over
 * two thirds of the axis is cut likewise.
 */
export function drawBins(spans: Span[], ends: AxisEnds = {}): Bins {
  const closed = spans.map(widthOf).filter(width => width > 0 && Number.isFinite(width))
  const perWidth = commonest(closed) ?? fallbackWidth(spans)
  const { least = 0, most = Infinity } = ends
  const isNegative = spans.some(span => (span.low ?? span.high ?? 0) < 0)
  const within = { least: isNegative ? -Infinity : least, most }
  const mostOpen = Math.max(perWidth, printedSpan(spans) / 3)
  const openWidth = (neighbour: Span | undefined) => Math.min(wishedWidth(neighbour, perWidth), mostOpen)
  const bins = spans.map((span, index) => closeBin(span, spans, index, { perWidth, openWidth, within }))
  return {
    bins: cutFarEnd(bins, perWidth),
    perWidth,
    isDensity: closed.some(width => differs(width, perWidth)),
  }
}

/** Height of a bin in amounts per common width. */
export function heightOf(bin: Bin, amount: number, perWidth: number): number {
  const width = bin.right - bin.left
  return width > 0 ? (amount * perWidth) / width : 0
}

type Closing = {
  perWidth: number
  openWidth: (neighbour: Span | undefined) => number
  within: { least: number; most: number }
}

function closeBin(
  span: Span,
  spans: Span[],
  index: number,
  { perWidth, openWidth, within: { least, most } }: Closing,
): Bin {
  const { low, high } = span
  if (low !== null && high !== null) return { ...span, left: low, right: high, drawn: null }
  if (high !== null) {
    const left = Math.max(least, roundEnd(high, -openWidth(spans[index + 1])))
    const to = left < high ? left : high - perWidth
    return { ...span, left: to, right: high, drawn: { side: 'low', to, why: 'open', printed: null } }
  }
  const left = low ?? 0
  const far = roundEnd(left, openWidth(spans[index - 1]))
  const to = left < most && Number.isFinite(most) ? most : far
  return { ...span, left, right: to, drawn: { side: 'high', to, why: 'open', printed: null } }
}

/**
 * The round figure about as far from a printed end as wished: one of two digits and zeros, else a whole number where the end
 * is one, on steps of one, two or five and zeros that are at most half of the way.
 *
 * > roundEnd(50, -16.67) is 35    roundEnd(100_000_000, 33_333_333) is 130_000_000
 */
function roundEnd(end: number, wish: number): number {
  if (digitsOf(end + wish) <= 2) return end + wish
  const most = Math.abs(wish) / 2
  const power = 10 ** Math.floor(Math.log10(most))
  const factor = [5, 2, 1].find(one => one * power <= most) ?? 1
  const step = Number.isInteger(end) ? Math.max(1, factor * power) : factor * power
  const round = Number((Math.round((end + wish) / step) * step).toPrecision(12))
  return Math.abs(round - end) > most ? round : end + wish
}

/** From the least printed end to the most; nothing to go by where there is but one. */
function printedSpan(spans: readonly Span[]): number {
  const ends = spans.flatMap(({ low, high }) => [low, high].filter(end => end !== null))
  const span = largest(ends) - smallest(ends)
  return span > 0 ? span : Infinity
}

function wishedWidth(neighbour: Span | undefined, perWidth: number): number {
  const width = neighbour ? widthOf(neighbour) : 0
  return Math.max(4 * perWidth, Number.isFinite(width) ? 2 * width : 0)
}

function cutFarEnd(bins: Bin[], perWidth: number): Bin[] {
  const first = bins[0]
  const last = bins.at(-1)
  if (!first || !last || bins.length < 3 || last.drawn) return bins
  const width = last.right - last.left
  const rest = last.left - first.left
  if (width <= 2 * rest || width <= 20 * perWidth) return bins
  const to = roundEnd(last.left, Math.max(4 * perWidth, rest / 4))
  const cut: Bin = { ...last, right: to, drawn: { side: 'high', to, why: 'far', printed: last.high } }
  return [...bins.slice(0, -1), cut]
}

function commonest(widths: number[]): number | null {
  const counts = new Map<number, number>()
  for (const width of widths) {
    const key = Number(width.toPrecision(6))
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const best = [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0]
  if (best === undefined) return null
  // A row behind one that is not printed begins a dollar late: of widths that are all but the same the roundest is meant.
  const alike = [...counts.keys()].filter(width => Math.abs(width - best) <= best * allButTheSame)
  return alike.reduce((round, width) => (digitsOf(width) < digitsOf(round) ? width : round), best)
}

const allButTheSame = 1e-3

/** How many digits a figure has before its zeros: 2 of 250,000, 5 of 49,999. */
function digitsOf(figure: number): number {
  return figure
    .toPrecision(6)
    .replace(/e.*|\./g, '')
    .replace(/^0+|0+$/g, '').length
}

/** With open ranges only, the axis takes its scale from the one figure they print. */
function fallbackWidth(spans: Span[]): number {
  const end = spans.map(span => span.low ?? span.high).find(value => value !== null && value !== 0)
  return end ? Math.abs(end) / 8 : 1
}

function widthOf(span: Span): number {
  return span.low === null || span.high === null ? Infinity : span.high - span.low
}

function differs(a: number, b: number): boolean {
  return Math.abs(a - b) > b * 0.021
}
