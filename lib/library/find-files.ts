import type { Kysely } from 'kysely'
import type { DealFiles } from './library.ts'
import type { Tables } from './schema.ts'

/** So many tables are named: each is a link on a page that is to be short. */
const mostTables = 200

/** A deal's filings and the tables of the chosen one; null for an unknown slug. */
export async function findFiles(database: Kysely<Tables>, slug: string): Promise<DealFiles | null> {
  const deal = await database
    .selectFrom('deal')
    .select(['id', 'chosen'])
    .where('slug', '=', slug)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (deal === undefined) return null
  const filings = await database
    .selectFrom('kept_filing')
    .select(['sha256', 'name'])
    .where('deal_id', '=', deal.id)
    .orderBy('added_at')
    .execute()
  const parts = await database
    .selectFrom('report')
    .select('tables')
    .where('sha256', '=', deal.chosen ?? '')
    .where('list', '=', '')
    .orderBy('page')
    .execute()
  const ids = parts.flatMap(({ tables }) => JSON.parse(tables) as string[])
  const isChosen = ({ sha256 }: { sha256: string }) => sha256 === deal.chosen
  return {
    filings: [...filings.filter(isChosen), ...filings.filter(filing => !isChosen(filing))],
    tables: { ids: ids.slice(0, mostTables), count: ids.length },
  }
}
