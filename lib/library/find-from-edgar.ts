import type { Kysely } from 'kysely'
import { findKept } from './keep-filing.ts'
import type { KeptFiling } from './library.ts'
import type { Tables } from './schema.ts'

/**
 * The kept filing that is a submission, be it fetched or uploaded, or that is one document of it; null where there is none.
 * Of several the first that was added.
 */
export async function findFromEdgar(
  database: Kysely<Tables>,
  accession: string,
  document: string | null,
): Promise<KeptFiling | null> {
  const row = await database
    .selectFrom('kept_filing')
    .select('sha256')
    .where('accession', '=', accession)
    .where('edgar_document', document === null ? 'is' : '=', document)
    .orderBy('added_at')
    .orderBy('sha256')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : await findKept(database, row.sha256, 'known')
}
