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
  { figures, query, slugs, by, withFailing }: TrendsQuery,
): Promise<LoadedTrends> {
  const { shelf } = query
  const found = await library.findTrends({ figures, query, slugs })
  const [first = []] = found.trends
  const allShelves = countShelves(first)
  const shown = allShelves
    .toSorted(
      (one, other) => Number(isShelf(other, shelf)) - Number(isShelf(one, shelf)) || other.deals - one.deals,
    )
    .slice(0, mostShelves)
  const shelves = allShelves.filter(one => shown.includes(one))
  const measures = figures.map((figure, at): LoadedMeasure => {
    const deals = found.trends[at] ?? []
    const wish: TrendWish = { by, withFailing, weighing: weighingOf(figure) }
    return {
      figure,
      trend: trendOf(
        deals.filter(deal => shelf === undefined || isShelf(deal, shelf)),
        wish,
      ),
      ofShelves: shelves.map(one =>
        trendOf(
          deals.filter(deal => isShelf(deal, one.shelf)),
          wish,
        ),
      ),
    }
  })
  return {
    measures,
    deals: first.filter(deal => shelf === undefined || isShelf(deal, shelf)).length,
    shelves,
    allShelves,
    unknown: found.unknown,
  }
}

/** Names of shelves differ in their capitals and marks from filing to filing. */
function isShelf({ shelf }: { shelf: string | null }, asked: string | undefined): boolean {
  return shelf !== null && asked !== undefined && foldName(shelf) === foldName(asked)
}

function countShelves(deals: readonly TrendDeal[]): ShelfCount[] {
  const groups = Map.groupBy(
    deals.filter(({ shelf }) => shelf !== null),
    ({ shelf }) => foldName(shelf ?? ''),
  )
  return [...groups.values()]
    .map(own => ({ shelf: own[0]?.shelf ?? '', deals: own.length }))
    .sort((one, other) => (foldName(one.shelf) < foldName(other.shelf) ? -1 : 1))
}
