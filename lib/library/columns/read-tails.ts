import type { Side } from '../../distributions/index.ts'
import { viewOf } from './pack-figures.ts'
import { edgeBytes, headBytes } from './pack-tails.ts'
import { kindNumber, millionths, readKind } from './packed-value.ts'

/** A tail as columns hold it: its ends in millionths of a percent, and its kind as a number. */
export type TailNumbers = { low: number; high: number; kind: number }

const all = 100 * millionths

/**
 * The tail of a deal beyond an edge, from its packed tails: as it was read where the edge was kept, else between those at the
 * edges beside it. Null where they do not tell.
 */
export function readPackedTail(bytes: Uint8Array, side: Side, at: number): TailNumbers | null {
  const view = viewOf(bytes)
  const count = (bytes.length - headBytes) / edgeBytes
  const isLow = side === 'below' || side === 'atMost'
  // What lies below an edge is what is left of all that have a figure.
  const upper = readUpper(view, count, side === 'above' || side === 'atMost' ? 'above' : 'atLeast', at)
  if (upper === null || !isLow) return upper
  const [least, most] = [view.getInt32(0, true), view.getInt32(4, true)]
  return {
    low: Math.max(0, all - most - upper.high),
    high: Math.max(0, all - least - upper.low),
    kind: upper.kind,
  }
}

function readUpper(view: DataView, count: number, side: 'atLeast' | 'above', at: number): TailNumbers | null {
  const order = firstEdge(view, count, at)
  if (order < count && edgeAt(view, order) === at) return endsAt(view, order, side)
  const before = order > 0 ? endsAt(view, order - 1, 'above') : null
  const after = order < count ? endsAt(view, order, 'atLeast') : null
  if (before === null && after === null) return null
  const high = before?.high ?? all - view.getInt32(0, true)
  const low = after?.low ?? 0
  const beside = [before, after].flatMap(one => (one ? (readKind(one.kind) ?? []) : []))
  const contradicted = beside.some(one => one.contradicted)
  const kind = low === high ? (beside[0]?.kind ?? 'bounded') : 'bounded'
  return { low, high, kind: kindNumber({ kind, contradicted }) }
}

const edgeAt = (view: DataView, order: number) => view.getFloat64(headBytes + order * edgeBytes, true)

/** The first edge that is not below a figure. */
function firstEdge(view: DataView, count: number, at: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (edgeAt(view, middle) >= at) high = middle
    else low = middle + 1
  }
  return low
}

function endsAt(view: DataView, order: number, side: 'atLeast' | 'above'): TailNumbers | null {
  const start = headBytes + order * edgeBytes
  const offset = side === 'atLeast' ? 0 : 8
  const kind = view.getUint8(start + 24 + (side === 'atLeast' ? 0 : 1))
  if (kind === 0) return null
  return {
    low: view.getInt32(start + 8 + offset, true),
    high: view.getInt32(start + 12 + offset, true),
    kind,
  }
}
