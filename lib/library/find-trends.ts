import type { Kysely } from 'kysely'
import type { DealFigure } from '../figures/index.ts'
import type { DateKind, TrendDeal, TrendValue } from '../trends/index.ts'
import type { DealColumns } from './columns/deal-columns.ts'
import { bitOf, narrow } from './columns/narrow.ts'
import type { KeptValue } from './columns/pack-figures.ts'
import { type DealInTime, dialectOf } from './engines/dialect.ts'
import { rowsOfWords, wantedMatches } from './find-deals.ts'
import type { FoundTrends } from './found-trends.ts'
import type { TrendsQuestion } from './library.ts'
import type { Tables } from './schema.ts'

const balance: DealFigure = { kind: 'pool', id: 'balance' }

/** All deals that a question is about, of any shelf, with their dates and what their chosen filings tell of some figures. */
export async function findTrends(
  database: Kysely<Tables>,
  columns: DealColumns,
  { figures, query, slugs }: TrendsQuestion,
): Promise<FoundTrends> {
  const filters = query.filters ?? []
  const found = await columns.ready([balance, ...filters.map(({ figure }) => figure), ...figures])
  const asked = filters.flatMap((filter, order) => {
    const column = found[order + 1]
    return column ? [{ filter, column }] : []
  })
  const { without, match } = narrow(columns, query, asked, await rowsOfWords(database, columns, query.q))
  const wanted = wantedMatches(query.match)
  const named = slugs.length > 0 ? await idsOfSlugs(database, slugs) : null
  const only = named && new Set(named.values())
  const ids: number[] = []
  for (let row = 0; row < without.length; row++) {
    const id = columns.ids.values[row] ?? 0
    const isIn = ((without[row] ?? 0) & ~bitOf('shelf')) === 0 && wanted.has(match[row] ?? 0)
    if (isIn && (only === null || only.has(id))) ids.push(id)
  }
  const { rows } = await dialectOf(database).dealsInTime(ids).execute(database)
  const [balances] = found
  const values = found.slice(filters.length + 1)
  return {
    trends: figures.map((_, at) =>
      rows.map(row => {
        const place = columns.rowOf(row.id) ?? -1
        return dealOf(row, balances?.valueAt(place) ?? null, values[at]?.valueAt(place) ?? null)
      }),
    ),
    unknown: slugs.filter(slug => named?.get(slug) === undefined),
  }
}

/** Deals that are kept, by their addresses. */
async function idsOfSlugs(database: Kysely<Tables>, slugs: readonly string[]): Promise<Map<string, number>> {
  const rows = await database
    .selectFrom('deal')
    .select(['id', 'slug'])
    .where('slug', 'in', slugs)
    .where('deleted_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

function dealOf(row: DealInTime, balances: KeptValue | null, told: KeptValue | null): TrendDeal {
  const { slug, name, shelf, dated_on: date, dated_by: kind } = row
  return {
    slug,
    name: name ?? slug,
    shelf,
    dated: date === null ? null : { date, kind: kind as DateKind },
    balanceCents: balances && { low: balances.low, high: balances.high },
    value: told && trendValue(told),
    checksFailed: told?.contradicted ? 1 : 0,
  }
}

/** One figure only where both ends are: a printed percent lies within what rounding took off. */
function trendValue({ low, high, kind, contradicted }: KeptValue): TrendValue {
  return { low, high, value: low === high && !contradicted ? low : null, kind }
}
