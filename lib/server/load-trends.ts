import { addAll } from '../add-all.ts'
import type { DealFigure } from '../figures/index.ts'
import { foldName } from '../library/deal-identity.ts'
import type { Library } from '../library/index.ts'
import { type Trend, type TrendDeal, type TrendWish, trendOf, weighingOf } from '../trends/index.ts'
import type { TrendsQuery } from './trends-query.ts'

/** A measure over time: of the deals asked for, and of each shelf among the others beside it. */
type LoadedMeasure = { figure: DealFigure; trend: Trend; ofShelves: Trend[] }

type ShelfCount = { shelf: string; deals: number }

export type LoadedTrends = {
  measures: LoadedMeasure[]
  /** How many deals all is of. */
  deals: number
  /** Those that `ofShelves` are of, in its order: the shelves of most deals, and the one asked for. */
  shelves: ShelfCount[]
  allShelves: ShelfCount[]
  unknown: string[]
}

/** Small charts of shelves beside each other. */
const mostShelves = 12

/** The deals that a query is about, over time, with those of other shelves for comparison. */
export async function loadTrends(
  library: Pick<Library, 'findTrends'>,
  asked: TrendsQuery,
): Promise<LoadedTrends> {
  const { figures, query, slugs } = asked
  const found = await library.findTrends({ figures, query, slugs })
  const [first = []] = found.trends
  const groups = byShelf(first)
  const own = query.shelf === undefined ? null : foldName(query.shelf)
  const allShelves = [...groups].map(([key, deals]) => ({
    key,
    shelf: deals[0]?.shelf ?? '',
    deals: deals.length,
  }))
  const shown = allShelves
    .toSorted((one, other) => Number(other.key === own) - Number(one.key === own) || other.deals - one.deals)
    .slice(0, mostShelves)
  const shelves = allShelves.filter(one => shown.includes(one))
  return {
    measures: figures.map((figure, at): LoadedMeasure => {
      const deals = found.trends[at] ?? []
      const shelved = byShelf(deals)
      const wish = wishOf(figure, asked)
      return {
        figure,
        trend: trendOf(own === null ? deals : (shelved.get(own) ?? []), wish),
        ofShelves: shelves.map(({ key }) => trendOf(shelved.get(key) ?? [], wish)),
      }
    }),
    deals: own === null ? first.length : (groups.get(own)?.length ?? 0),
    shelves,
    allShelves,
    unknown: found.unknown,
  }
}

/** One measure of the deals that a query is about, and nothing beside it. */
export async function loadTrend(
  library: Pick<Library, 'findTrends'>,
  asked: TrendsQuery,
  figure: DealFigure,
): Promise<{ trend: Trend; unknown: string[] }> {
  const { query, slugs } = asked
  const { trends, unknown } = await library.findTrends({ figures: [figure], query, slugs })
  const [deals = []] = trends
  const own = query.shelf === undefined ? deals : (byShelf(deals).get(foldName(query.shelf)) ?? [])
  return { trend: trendOf(own, wishOf(figure, asked)), unknown }
}

function wishOf(figure: DealFigure, { by, withFailing }: TrendsQuery): TrendWish {
  return { by, withFailing, weighing: weighingOf(figure) }
}

/** Deals by the folded name of their shelf, in its order, for its capitals and marks differ from filing to filing. */
function byShelf(deals: readonly TrendDeal[]): Map<string, TrendDeal[]> {
  const asPrinted = Map.groupBy(deals, ({ shelf }) => shelf)
  const groups = new Map<string, TrendDeal[]>()
  for (const [shelf, own] of asPrinted)
    if (shelf !== null) groups.set(foldName(shelf), addAll(groups.get(foldName(shelf)) ?? [], own))
  return new Map([...groups].sort(([one], [other]) => (one < other ? -1 : 1)))
}
