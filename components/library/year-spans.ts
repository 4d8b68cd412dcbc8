import { smallest } from '@/lib/extremes.ts'

export type YearCount = { year: number; deals: number }
export type YearSpan = { first: number; last: number; deals: number }

/**
 * Years joined into at most so many neighbouring spans with near equal numbers of deals, oldest first.
 *
 * > 1999 1, 2000 1, 2001 2, 2002 5, 2003 4  in three  →  1999–2001 4, 2002 5, 2003 4
 */
export function spanYears(counts: readonly YearCount[], most: number): YearSpan[] {
  const spans = [...counts]
    .sort((a, b) => a.year - b.year)
    .map(({ year, deals }): YearSpan => ({ first: year, last: year, deals }))
  while (spans.length > most) joinSmallestPair(spans)
  return spans
}

/** Join the two neighbours that together hold the fewest deals. */
function joinSmallestPair(spans: YearSpan[]) {
  const pairs = spans.slice(1).map((span, at) => span.deals + (spans[at]?.deals ?? 0))
  const at = pairs.indexOf(smallest(pairs))
  const [left, right] = spans.slice(at, at + 2)
  if (left && right) {
    spans.splice(at, 2, { first: left.first, last: right.last, deals: left.deals + right.deals })
  }
}

/** The span as people read it, `2002` or `2002–2003`, and as the library is asked for it, `2002-2003`. */
export function nameSpan({ first, last }: YearSpan): { shown: string; asked: string } {
  if (first === last) return { shown: `${first}`, asked: `${first}` }
  return { shown: `${first}–${last}`, asked: `${first}-${last}` }
}
