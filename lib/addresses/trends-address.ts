import type { DealFigure } from '../figures/index.ts'

/** What a page of trends shows, as its address carries it. */
export type TrendsAddress = {
  /** Keys of figures, a chart each. */
  measures: readonly string[]
  shelf?: string | undefined
  /** What the library is searched for. */
  q?: string | undefined
  /** What else the library is narrowed by, as its addresses have it: `waltv__gte`, `year`. */
  narrowedBy?: readonly (readonly [name: string, value: string])[] | undefined
  /** Slugs of some deals alone. */
  deals?: readonly string[] | undefined
  by?: string | undefined
  /** `in` takes failing tables into the line. */
  failing?: string | undefined
  /** The period whose deals are listed, or `all`. */
  open?: string | undefined
}

/**
 * Address of the page of trends, or of the call that answers the same with another `path`.
 *
 * > /trends?measure=waltv&measure=state.CA&shelf=Larkfield+Mortgage+Trust&by=quarter
 */
export function trendsHref(
  { measures, deals = [], narrowedBy = [], ...others }: TrendsAddress,
  path = '/trends',
): string {
  const query = new URLSearchParams(measures.map(measure => ['measure', measure]))
  for (const [name, value] of Object.entries(others)) if (value) query.set(name, value)
  for (const [name, value] of narrowedBy) query.append(name, value)
  const list = deals.map(encodeURIComponent).join(',')
  const text = [query.toString(), list && `deals=${list}`].filter(part => part !== '').join('&')
  return text === '' ? path : `${path}?${text}`
}

/** The page of a deal; of a share or a tail the address that leads to the table it is read from, whichever page has that. */
export function sourceHref(figure: DealFigure, slug: string): string {
  return figure.kind === 'pool' ? `/deals/${slug}` : `/deals/${slug}/tables/${figure.dimension}`
}
