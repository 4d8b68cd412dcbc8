import type { Kysely } from 'kysely'
import type { DealFigure } from '../figures/index.ts'
import type { DealColumns } from './columns/deal-columns.ts'
import type { FigureColumn } from './columns/figure-column.ts'
import type { NearDeals } from './library.ts'
import type { Tables } from './schema.ts'

/**
 * What deals are held against each other by before their tables are: averages, shares of names and tails at edges that most
 * filings print. `apart` is the difference that makes two pools others, in the figure's unit.
 */
const compared: readonly { figure: DealFigure; apart: number }[] = [
  { figure: { kind: 'pool', id: 'wac' }, apart: 1 },
  { figure: { kind: 'pool', id: 'waltv' }, apart: 10 },
  { figure: { kind: 'pool', id: 'wam' }, apart: 60 },
  { figure: { kind: 'pool', id: 'average' }, apart: 15_000_000 },
  ...[
    ['state', 'CA'],
    ['purpose', 'purchase'],
    ['purpose', 'cash-out'],
    ['occupancy', 'owner'],
    ['documentation', 'full'],
    ['property-type', 'single-family'],
  ].map(([dimension = '', name = '']) => ({
    figure: { kind: 'share' as const, dimension, name },
    apart: 25,
  })),
  ...(
    [
      ['original-ltv', 80],
      ['credit-score', 680],
      ['remaining-term', 180],
      ['current-balance', 30_000_000],
    ] as const
  ).map(([dimension, at]) => ({
    figure: { kind: 'tail' as const, dimension, side: 'above' as const, at },
    apart: 25,
  })),
]

/** How far each deal's figures are from one deal's: the distance of a row, null of rows without tables; null for an unknown deal. */
export type Nearness = { own: number; distanceAt: (row: number) => number | null }

/** What deals are held against each other by: columns that are best read before anybody asks. */
export const comparedFigures: readonly DealFigure[] = compared.map(({ figure }) => figure)

/**
 * How near deals are to the one at an address: that deal first, then those that were ranked table by table, the nearest
 * first, then the others by how near their figures are.
 */
export async function orderByNearness(
  database: Kysely<Tables>,
  columns: DealColumns,
  slug: string,
  ranked: readonly string[],
): Promise<Nearness | null> {
  const nearness = await measureNearness(database, columns, slug)
  if (nearness === null) return null
  const { own, distanceAt } = nearness
  const rankOf = new Map<number, number>([[own, -1]])
  for (const { id, slug: other } of await idsOf(database, ranked)) {
    const row = columns.rowOf(id)
    if (row !== undefined && row !== own) rankOf.set(row, ranked.indexOf(other))
  }
  return {
    own,
    distanceAt: row => {
      const rank = rankOf.get(row)
      return rank === undefined ? distanceAt(row) : rank - ranked.length
    },
  }
}

async function idsOf(database: Kysely<Tables>, slugs: readonly string[]) {
  if (slugs.length === 0) return []
  return await database.selectFrom('deal').select(['id', 'slug']).where('slug', 'in', slugs).execute()
}

/** How near the figures of deals are to those of the one at an address. */
async function measureNearness(
  database: Kysely<Tables>,
  columns: DealColumns,
  slug: string,
): Promise<Nearness | null> {
  const found = await columns.ready(comparedFigures)
  const deal = await database.selectFrom('deal').select('id').where('slug', '=', slug).executeTakeFirst()
  const own = deal === undefined ? undefined : columns.rowOf(deal.id)
  if (own === undefined || columns.shown.values[own] !== 1) return null
  const known = found.flatMap((column, order) => {
    const apart = (compared[order]?.apart ?? 1) * column.scale
    return (column.kind[own] ?? 0) === 0 ? [] : [{ column, middle: middleOf(column, own), apart }]
  })
  const distanceAt = (row: number) => {
    if ((columns.tables.values[row] ?? 0) === 0) return null
    let distance = 0
    // A figure that the other lacks counts as much as one that makes it another pool.
    for (const { column, middle, apart } of known)
      distance += (column.kind[row] ?? 0) === 0 ? 1 : Math.abs(middleOf(column, row) - middle) / apart
    return distance
  }
  return { own, distanceAt }
}

/** The deals whose figures are nearest to a deal's, a first pass before their tables are held against each other. */
export async function findNear(
  database: Kysely<Tables>,
  columns: DealColumns,
  slug: string,
  limit: number,
): Promise<NearDeals> {
  const nearness = await measureNearness(database, columns, slug)
  if (nearness === null) return { slugs: [], deals: 0 }
  const { rows, deals } = nearest(columns, nearness, limit)
  if (rows.length === 0) return { slugs: [], deals }
  const named = await database
    .selectFrom('deal')
    .select(['id', 'slug'])
    .where(
      'id',
      'in',
      rows.map(one => columns.ids.values[one] ?? 0),
    )
    .execute()
  const slugOf = new Map(named.map(deal => [deal.id, deal.slug]))
  return { slugs: rows.flatMap(one => slugOf.get(columns.ids.values[one] ?? 0) ?? []), deals }
}

/** The rows nearest to one, the nearest first, and how many others have tables. */
function nearest(columns: DealColumns, { own, distanceAt }: Nearness, limit: number) {
  const near: { row: number; distance: number }[] = []
  let deals = 0
  let farthest = Number.POSITIVE_INFINITY
  for (let row = 0; row < columns.count; row++) {
    const distance = row === own || columns.shown.values[row] !== 1 ? null : distanceAt(row)
    if (distance === null) continue
    deals++
    if (distance >= farthest) continue
    const at = near.findIndex(one => one.distance > distance)
    near.splice(at < 0 ? near.length : at, 0, { row, distance })
    if (near.length > limit) near.pop()
    if (near.length === limit) farthest = near.at(-1)?.distance ?? farthest
  }
  return { rows: near.map(({ row }) => row), deals }
}

/** As columns keep it: half-way between what a figure is at least and at most. */
const middleOf = (column: FigureColumn, row: number) => ((column.low[row] ?? 0) + (column.high[row] ?? 0)) / 2
