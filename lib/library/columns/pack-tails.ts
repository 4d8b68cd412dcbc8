import { findDimension } from '../../dimensions/index.ts'
import { edgesOf, usualEdges } from '../../distributions/index.ts'
import { distributionOf, type FigureSource, rangeDimensions, tailsOf } from '../../figures/index.ts'
import { kindNumber, shareEnds } from './packed-value.ts'

/** The tails of a deal in one dimension, packed. */
export type PackedTails = { dimension: string; edges: Uint8Array }

/**
 * A table of exact rates may have hundreds of edges; these many of the printed ones are kept, evenly over all, and those that
 * people ask for of any deal. At an edge that is not kept a tail lies between those beside it.
 */
const mostEdges = 96

/**
 * First the share of loans without a figure, 4 + 4 bytes; then each edge: 8 bytes where it is, 4 + 4 the ends of the share at
 * least there, 4 + 4 those of the share above, 1 + 1 the kinds of both, 6 free.
 */
export const headBytes = 8
export const edgeBytes = 32

/** The tails that are kept of a report: of each range dimension at the edges its tables print, and at those of all deals. */
export function packTails(report: FigureSource): PackedTails[] {
  const split = new Set(report.stratifications.map(({ dimension }) => dimension))
  return rangeDimensions
    .filter(({ id }) => split.has(id))
    .flatMap(({ id }) => {
      const edges = edgesToKeep(report, id)
      if (edges.length === 0) return []
      const found = tailsOf(report, id, edges)
      const isReported = found.tails.some(({ above, atLeast }) => above !== null || atLeast !== null)
      return isReported ? [{ dimension: id, edges: pack(found) }] : []
    })
}

function edgesToKeep({ stratifications }: FigureSource, dimension: string): number[] {
  const printed = new Set<number>()
  for (const table of stratifications) {
    if (table.dimension !== dimension) continue
    const read = distributionOf(table)
    if ('distribution' in read) for (const { at } of edgesOf(read.distribution)) printed.add(at)
  }
  if (printed.size === 0) return []
  const rising = [...printed].sort((a, b) => a - b)
  const step = Math.max(1, rising.length / mostEdges)
  const some = Array.from(
    { length: Math.ceil(rising.length / step) },
    (_, order) => rising[Math.floor(order * step)],
  )
  const known = findDimension(dimension)
  const usual = known ? usualEdges(known) : []
  const kept = new Set([...some, rising.at(-1), ...usual].filter(at => at !== undefined))
  return [...kept].sort((a, b) => a - b)
}

function pack({ tails, without }: ReturnType<typeof tailsOf>): Uint8Array {
  const bytes = Buffer.alloc(headBytes + edgeBytes * tails.length)
  const [least, most] = shareEnds(without ?? { low: 0, high: 100 })
  bytes.writeInt32LE(least, 0)
  bytes.writeInt32LE(most, 4)
  for (const [order, { at, atLeast, above }] of tails.entries()) {
    const start = headBytes + order * edgeBytes
    bytes.writeDoubleLE(at, start)
    for (const [side, value] of [atLeast, above].entries()) {
      const [low, high] = value ? shareEnds(value) : [0, 0]
      bytes.writeInt32LE(low, start + 8 + 8 * side)
      bytes.writeInt32LE(high, start + 12 + 8 * side)
      bytes[start + 24 + side] = kindNumber(value)
    }
  }
  return bytes
}
