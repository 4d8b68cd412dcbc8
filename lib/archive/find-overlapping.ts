/** Where something lies in a file, in bytes; the end is exclusive. */
export type Span = { from: number; to: number }

/**
 * The spans that share bytes with another.
 *
 * No packer writes files of an archive over each other. Archives made to exhaust whoever opens them do: 65,535 entries
 * that all point to the same data, or each at data that holds the next (Fifield, "A better zip bomb", 2019).
 */
export function findOverlapping<S extends Span>(spans: readonly S[]): Set<S> {
  const overlapping = new Set<S>()
  let farthest: S | null = null
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (farthest !== null && span.from < farthest.to) overlapping.add(span).add(farthest)
    if (farthest === null || span.to > farthest.to) farthest = span
  }
  return overlapping
}
