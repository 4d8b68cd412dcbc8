import type { Kysely } from 'kysely'
import { z } from 'zod'
import { ChangeRefused } from './change-refused.ts'
import type { Changed } from './deal-changes.ts'
import { foldName } from './deal-identity.ts'
import { inTurn } from './in-turn.ts'
import { nextId } from './next-id.ts'
import type { Tables } from './schema.ts'

/** So many searches are kept; another one is not, until some are forgotten. */
const mostSearches = 200

export const savedSearchSchema = z.object({
  id: z.int(),
  name: z.string(),
  /** Address of the library page that shows it. */
  url: z.string(),
  savedAt: z.string(),
})
export type SavedSearch = z.infer<typeof savedSearchSchema>

/** The searches that people gave names, in the order of these. */
export async function listSearches(database: Kysely<Tables>): Promise<SavedSearch[]> {
  const rows = await database.selectFrom('saved_search').selectAll().orderBy('name_key').execute()
  return rows.map(({ id, name, query, saved_at }) => ({
    id,
    name,
    url: query === '' ? '/' : `/?${query}`,
    savedAt: saved_at,
  }))
}

const nothingChanged: Changed = { deals: [], deletedAt: null }

/** Keep a search under a name, in place of the one that had it. */
export async function saveSearch(
  database: Kysely<Tables>,
  { name, query }: { name: string; query: string },
): Promise<Changed> {
  const row = { name, name_key: foldName(name), query, saved_at: new Date().toISOString() }
  await inTurn(database, async transaction => {
    const { count } = await transaction
      .selectFrom('saved_search')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('name_key', '!=', row.name_key)
      .executeTakeFirstOrThrow()
    if (count >= mostSearches) throw new ChangeRefused('searches-are-too-many')
    await transaction
      .insertInto('saved_search')
      .values({ ...row, id: nextId('saved_search') })
      .onConflict(same => same.column('name_key').doUpdateSet(row))
      .execute()
  })
  return nothingChanged
}

/** Forget a search; the deals that it finds stay as they are. */
export async function forgetSearch(database: Kysely<Tables>, id: number): Promise<Changed> {
  await inTurn(database, async transaction => {
    const forgotten = await transaction
      .deleteFrom('saved_search')
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst()
    if (forgotten === undefined) throw new ChangeRefused('search-is-unknown', String(id))
  })
  return nothingChanged
}
