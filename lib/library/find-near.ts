import { type Kysely, sql } from 'kysely'
import type { Tables } from './schema.ts'

/** Deals that may be near another, the likeliest first, and how many other deals have tables at all. */
export type NearDeals = { slugs: string[]; deals: number }

/**
 * What two deals differ by, in these figures, counts as one: far enough apart that the loans are others. A figure that either
 * deal lacks counts as much.
 */
const oneApart = { wac_pct: 1, waltv_pct: 10, wam_months: 60 } as const

/** The deals whose averages are nearest to a deal's, a first pass before their tables are held against each other. */
export async function findNear(database: Kysely<Tables>, slug: string, limit: number): Promise<NearDeals> {
  const own = await database
    .selectFrom('deal')
    .select(['id', 'wac_pct', 'waltv_pct', 'wam_months', 'average_balance_cents'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (own === undefined) return { slugs: [], deals: 0 }
  const apart = (['wac_pct', 'waltv_pct', 'wam_months'] as const).map(
    figure => sql<number>`coalesce(abs(${sql.ref(figure)} - ${own[figure]}) / ${oneApart[figure]}, 1)`,
  )
  const average = own.average_balance_cents
  apart.push(sql<number>`coalesce(abs(average_balance_cents - ${average}) / ${average}, 1)`)
  const others = database
    .selectFrom('deal')
    .where('deleted_at', 'is', null)
    .where('stratifications', '>', 0)
    .where('id', '!=', own.id)
  const [near, { deals }] = await Promise.all([
    others
      .select('id')
      .orderBy(sql`${sql.join(apart, sql` + `)}`)
      .orderBy('id')
      .limit(limit)
      .execute(),
    others.select(({ fn }) => fn.countAll<number>().as('deals')).executeTakeFirstOrThrow(),
  ])
  if (near.length === 0) return { slugs: [], deals }
  const named = await database
    .selectFrom('deal')
    .select(['id', 'slug'])
    .where(
      'id',
      'in',
      near.map(({ id }) => id),
    )
    .execute()
  const slugOf = new Map(named.map(({ id, slug }) => [id, slug]))
  return { slugs: near.flatMap(({ id }) => slugOf.get(id) ?? []), deals }
}
