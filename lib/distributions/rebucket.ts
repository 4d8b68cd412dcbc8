import type { Unit } from '../report.ts'
import { type Answer, ask } from './answer.ts'
import type { Distribution, End, Span } from './distribution.ts'

/** Where one row may end and the next begin. Does a loan right at the edge belong `below` it, as in 75.01 to 80.00, or `above`? */
export type Edge = { at: number; belongs: 'below' | 'above' }

export type NewBucket = { span: Span; answer: Answer }

/**
 * The edges that rows are printed with, rising: an answer at one of them is exact. Of whole figures an edge is told from both
 * sides, and the rounder tells it: rows up to 739 and from 740 have their edge at 740, terms up to 360 and from 361 at 360.
 */
export function edgesOf({ rows, grid, unit }: Distribution): Edge[] {
  const edges = new Map<number, Edge>()
  const add = (edge: Edge) => edges.set(edge.at, edge)
  const isWhole = unit !== 'cents' && grid >= 1
  for (const { holds } of rows) {
    if (typeof holds !== 'object') continue
    const { low, high } = holds.span
    if (high)
      add(isWhole ? rounderOf(high.value, high.value + grid) : endingAt(high.value, high.included, unit))
    if (low && isWhole) add(rounderOf(low.value - grid, low.value))
    if (low && !low.included) add({ at: low.value, belongs: 'below' })
  }
  return [...edges.values()].sort((a, b) => a.at - b.at)
}

/** Up to 599,999.99 the edge is 600,000, whose own loans are above it. */
function endingAt(at: number, included: boolean, unit: Unit): Edge {
  const isACentShort = unit === 'cents' && included && (at + 1) % centsOfDollar === 0
  if (isACentShort) return { at: at + 1, belongs: 'above' }
  return { at, belongs: included ? 'below' : 'above' }
}

const centsOfDollar = 100

/** The last figure below an edge, or the first above it. */
function rounderOf(below: number, above: number): Edge {
  const zeros = (value: number) => /0*$/.exec(String(value))?.[0].length ?? 0
  return zeros(above) > zeros(below) || (zeros(above) === zeros(below) && above % 12 === 0)
    ? { at: above, belongs: 'above' }
    : { at: below, belongs: 'below' }
}

/**
 * To which side of an edge its own loans belong: as the table has it. Elsewhere above for whole figures and below for others, but
 * of single loans, which are exact at any edge, as all edges of their table have it.
 */
export function edgeAt(distribution: Distribution, at: number): Edge {
  const printed = edgesOf(distribution).find(edge => edge.at === at)
  if (printed) return printed
  const sides = new Set(distribution.loans && edgesOf(distribution).map(({ belongs }) => belongs))
  const [side] = sides
  if (side !== undefined && sides.size === 1) return { at, belongs: side }
  return { at, belongs: distribution.unit !== 'cents' && distribution.grid >= 1 ? 'above' : 'below' }
}

/** The spans between edges, rising; the first and the last are open. */
export function spansBetween(edges: readonly Edge[]): Span[] {
  const rising = edges.toSorted((a, b) => a.at - b.at)
  return Array.from({ length: rising.length + 1 }, (_, order) => ({
    low: lower(rising[order - 1]),
    high: upper(rising[order]),
  }))
}

const upper = (edge: Edge | undefined): End =>
  edge ? { value: edge.at, included: edge.belongs === 'below' } : null
const lower = (edge: Edge | undefined): End =>
  edge ? { value: edge.at, included: edge.belongs === 'above' } : null

/**
 * The edges between neighbouring rows, rising, but for those between two rows that are to be joined, which are named by their
 * buckets.
 */
export function edgesWithJoined(
  distribution: Distribution,
  joined: ReadonlySet<number>,
  among: readonly Edge[] = edgesOf(distribution),
): Edge[] {
  const rising = distribution.rows
    .flatMap(({ bucket, holds }) => (typeof holds === 'object' ? [{ bucket, ...holds.span }] : []))
    .toSorted((a, b) => (a.low?.value ?? -Infinity) - (b.low?.value ?? -Infinity))
  const gaps = rising.slice(1).map((row, order) => {
    const before = rising[order]
    return {
      from: before?.high?.value ?? Infinity,
      to: row.low?.value ?? -Infinity,
      isJoined: joined.has(row.bucket) && before !== undefined && joined.has(before.bucket),
    }
  })
  return among.filter(({ at }) => gaps.find(({ from, to }) => from <= at && at <= to)?.isJoined === false)
}

/** All that lies beyond each edge, rising. */
export function spansAbove(edges: readonly Edge[]): Span[] {
  return edges.toSorted((a, b) => a.at - b.at).map(edge => ({ low: lower(edge), high: null }))
}

/** A pool parted anew at edges of one's own; exact wherever the edges are printed ones. */
export function rebucket(distribution: Distribution, edges: readonly Edge[]): NewBucket[] {
  return spansBetween(edges).map(span => ({ span, answer: ask(distribution, span) }))
}
