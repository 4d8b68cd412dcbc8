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

/** The deals whose figures are nearest to a deal's, a first pass before their tables are held against each other. */
export async function findNear(
  database: Kysely<Tables>,
  columns: DealColumns,
  slug: string,
  limit: number,
): Promise<NearDeals> {
  const found = await columns.ready(compared.map(({ figure }) => figure))
  const own = await database.selectFrom('deal').select('id').where('slug', '=', slug).executeTakeFirst()
  const row = own === undefined ? -1 : columns.ids.values.indexOf(own.id)
  if (row < 0 || row >= columns.count) return { slugs: [], deals: 0 }
  const { rows, deals } = nearest(columns, found, row, limit)
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
function nearest(columns: DealColumns, figures: readonly FigureColumn[], own: number, limit: number) {
  const known = figures.flatMap((column, order) => {
    const value = column.valueAt(own)
    const apart = (compared[order]?.apart ?? 1) * column.scale
    return value === null ? [] : [{ column, middle: middleOf(column, own), apart }]
  })
  const near: { row: number; distance: number }[] = []
  let deals = 0
  let farthest = Number.POSITIVE_INFINITY
  for (let row = 0; row < columns.count; row++) {
    if (row === own || columns.shown.values[row] !== 1 || (columns.tables.values[row] ?? 0) === 0) continue
    deals++
    let distance = 0
    // A figure that the other lacks counts as much as one that makes it another pool.
    for (const { column, middle, apart } of known)
      distance += (column.kind[row] ?? 0) === 0 ? 1 : Math.abs(middleOf(column, row) - middle) / apart
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
