import type { Kysely } from 'kysely'
import { type PackedFile, unpackingFile } from '../filing/packed-file.ts'
import { exhibitWithin, looksLikeExhibit, packedFrom } from '../tape/looks-like-exhibit.ts'
import type { Source } from './library.ts'
import type { Originals, StoredOriginal } from './originals/originals.ts'
import type { Tables } from './schema.ts'

/** A library's database, and where its originals are. */
export type Holding = { database: Kysely<Tables>; originals: Originals }

/** What was uploaded: its bytes, or where it is a large loan-level exhibit these as they are packed; null for an unknown SHA-256. */
export async function findSource({ database, originals }: Holding, sha256: string): Promise<Source | null> {
  const row = await database
    .selectFrom('raw_filing')
    .innerJoin('kept_filing as filing', 'filing.sha256', 'raw_filing.sha256')
    .select(['raw_filing.zstd', 'raw_filing.bytes', 'filing.name', 'filing.encoding'])
    .where('raw_filing.sha256', '=', sha256)
    .executeTakeFirst()
  if (row === undefined) return null
  const { name, encoding } = row
  const packed = row.bytes > packedFrom ? await findExhibit(originals, { ...row, sha256 }) : null
  return { bytes: packed ?? (await originals.read({ ...row, sha256 })), name, encoding }
}

/** An original as it is packed, where it holds a loan-level exhibit; null where it does not. */
export async function findExhibit(
  originals: Pick<Originals, 'readPacked'>,
  { encoding, ...original }: StoredOriginal & { encoding: string },
): Promise<PackedFile | null> {
  if (encoding === 'utf-16') return null
  const zstd = await originals.readPacked(original)
  const head: Uint8Array[] = []
  let length = 0
  for await (const piece of unpackingFile(zstd)) {
    head.push(piece)
    length += piece.length
    if (length >= exhibitWithin) break
  }
  if (!looksLikeExhibit(Buffer.concat(head))) return null
  return {
    zstd,
    length: original.bytes,
    sha256: original.sha256,
    encoding: encoding as PackedFile['encoding'],
  }
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
