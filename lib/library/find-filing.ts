import type { Kysely } from 'kysely'
import type { Source } from './library.ts'
import type { Originals } from './originals/originals.ts'
import type { Tables } from './schema.ts'

/** A library's database, and where its originals are. */
export type Holding = { database: Kysely<Tables>; originals: Originals }

/** The bytes as they were uploaded, whole; null for an unknown SHA-256. */
export async function findSource({ database, originals }: Holding, sha256: string): Promise<Source | null> {
  const row = await database
    .selectFrom('raw_filing')
    .innerJoin('kept_filing as filing', 'filing.sha256', 'raw_filing.sha256')
    .select(['raw_filing.zstd', 'raw_filing.bytes', 'filing.name', 'filing.encoding'])
    .where('raw_filing.sha256', '=', sha256)
    .executeTakeFirst()
  if (row === undefined) return null
  return { bytes: await originals.read({ ...row, sha256 }), name: row.name, encoding: row.encoding }
}

/** The one filing whose SHA-256 starts so, with its deal; null when there is none or more than one. */
export async function findFiling(
  database: Kysely<Tables>,
  prefix: string,
): Promise<{ sha256: string; slug: string } | null> {
  if (!/^[0-9a-f]{8,64}$/.test(prefix)) return null
  const rows = await database
    .selectFrom('kept_filing as filing')
    .innerJoin('deal', 'deal.id', 'filing.deal_id')
    .select(['filing.sha256', 'deal.slug'])
    .where('filing.sha256', '>=', prefix)
    .where('filing.sha256', '<', `${prefix}g`)
    .limit(2)
    .execute()
  return rows.length === 1 ? (rows[0] ?? null) : null
}
