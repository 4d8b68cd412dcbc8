import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** The ids of the tables of some filings, by their SHA-256. */
export async function findTableIds(
  database: Kysely<Tables>,
  filings: readonly string[],
): Promise<Map<string, string[]>> {
  const parts = await database
    .selectFrom('report')
    .select(['sha256', 'tables'])
    .where('sha256', 'in', filings)
    .where('list', '=', '')
    .orderBy('page')
    .execute()
  const ids = new Map<string, string[]>()
  for (const { sha256, tables } of parts) {
    const own = ids.get(sha256) ?? []
    for (const id of JSON.parse(tables) as string[]) own.push(id)
    ids.set(sha256, own)
  }
  return ids
}
