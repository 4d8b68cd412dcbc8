import { type Answer, ask } from './answer.ts'
import type { Distribution, End, Span } from './distribution.ts'

/** Where one row may end and the next begin. Does a loan right at the edge belong `below` it, as in 75.01 to 80.00, or `above`? */
export type Edge = { at: number; belongs: 'below' | 'above' }

export type NewBucket = { span: Span; answer: Answer }

/** The edges that rows are printed with, rising: an answer at one of them is exact. */
export function edgesOf({ rows, grid }: Distribution): Edge[] {
  const edges = new Map<number, Edge>()
  for (const { holds } of rows) {
    if (typeof holds !== 'object') continue
    const { low, high } = holds.span
    if (high?.included) edges.set(high.value, { at: high.value, belongs: 'below' })
    if (high && !high.included) edges.set(high.value, { at: high.value, belongs: 'above' })
    if (low && !low.included) edges.set(low.value, { at: low.value, belongs: 'below' })
  }
  // On a grid an end is told from above as well: rows from 700 end those up to 699.
  if (grid >= 1)
    for (const { holds } of rows)
      if (typeof holds === 'object' && holds.span.low?.included) {
        const { value } = holds.span.low
        edges.set(value, { at: value, belongs: 'above' })
      }
  return [...edges.values()].sort((a, b) => a.at - b.at)
}

/** To which side of an edge its own loans belong: as the table has it, else above for whole figures and below for others. */
export function edgeAt(distribution: Distribution, at: number): Edge {
  const printed = edgesOf(distribution).find(edge => edge.at === at)
  if (printed) return printed
  return { at, belongs: distribution.unit !== 'cents' && distribution.grid >= 1 ? 'above' : 'below' }
}

/** The spans between edges, rising; the first and the last are open. */
export function spansBetween(edges: readonly Edge[]): Span[] {
  const rising = edges.toSorted((a, b) => a.at - b.at)
  const upper = (edge: Edge | undefined): End =>
    edge ? { value: edge.at, included: edge.belongs === 'below' } : null
  const lower = (edge: Edge | undefined): End =>
    edge ? { value: edge.at, included: edge.belongs === 'above' } : null
  return Array.from({ length: rising.length + 1 }, (_, order) => ({
    low: lower(rising[order - 1]),
    high: upper(rising[order]),
  }))
}

/** A pool parted anew at edges of one's own; exact wherever the edges are printed ones. */
export function rebucket(distribution: Distribution, edges: readonly Edge[]): NewBucket[] {
  return spansBetween(edges).map(span => ({ span, answer: ask(distribution, span) }))
}
