import type { Kysely } from 'kysely'
import { eraseColumns } from './columns/store-columns.ts'
import { findSource, type Holding } from './find-filing.ts'
import { inTurn } from './in-turn.ts'
import { addReading } from './keep-filing.ts'
import type { Rereading } from './library.ts'
import type { Prepare, PreparedFiling } from './prepare-filing.ts'
import type { Tables } from './schema.ts'
import { eraseTape } from './tape-columns.ts'

/** The filings whose stored reports come from another reader than this one, of the whole library or of one deal. */
export async function findOutdated(
  database: Kysely<Tables>,
  readerVersion: string,
  slug?: string,
): Promise<string[]> {
  const outdated = database
    .selectFrom('kept_filing as filing')
    .select('sha256')
    .where('reader_version', '!=', readerVersion)
    .orderBy('added_at', 'desc')
  const deal = database
    .selectFrom('deal')
    .select('id')
    .where('slug', '=', slug ?? '')
  const rows = await (slug === undefined ? outdated : outdated.where('deal_id', '=', deal)).execute()
  return rows.map(row => row.sha256)
}

/** How many kept filings are still to be read again, for their reports come from another reader than this one, and of how many. */
export async function countOutdated(database: Kysely<Tables>, readerVersion: string): Promise<Rereading> {
  const { left, of } = await database
    .selectFrom('kept_filing')
    .select(select => [
      select.fn.countAll<number>().as('of'),
      select.fn.countAll<number>().filterWhere('reader_version', '!=', readerVersion).as('left'),
    ])
    .executeTakeFirstOrThrow()
  return { left, of }
}

/**
 * Read a filing again from its bytes when its report comes from another reader, and bring its deal up to it.
 *
 * The deal it belongs to, and so its address, stays. Should the reader no longer take the file, the report stays too.
 */
export async function rereadIfOutdated(
  holding: Holding,
  prepare: Prepare,
  readerVersion: string,
  sha256: string,
): Promise<void> {
  const { database } = holding
  if (!(await isOutdated(database, readerVersion, sha256))) return
  const source = await findSource(holding, sha256)
  if (source === null) return
  const prepared = await prepare(source.bytes, source.name)
  await inTurn(database, async transaction => {
    await setReaderVersion(transaction, readerVersion, sha256)
    if ('filing' in prepared) await replaceReading(transaction, prepared.filing)
  })
}

/** Take the report that a filing has for the present reader's, since that one cannot read it. */
export async function leaveReading(
  database: Kysely<Tables>,
  readerVersion: string,
  sha256: string,
): Promise<void> {
  await inTurn(database, transaction => setReaderVersion(transaction, readerVersion, sha256))
}

async function setReaderVersion(transaction: Kysely<Tables>, readerVersion: string, sha256: string) {
  await transaction
    .updateTable('filing')
    .set({ reader_version: readerVersion })
    .where('sha256', '=', sha256)
    .execute()
}

/** Does the filing's report come from another reader than this one? */
export async function isOutdated(
  database: Kysely<Tables>,
  readerVersion: string,
  sha256: string,
): Promise<boolean> {
  const row = await database
    .selectFrom('kept_filing as filing')
    .select('reader_version')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row !== undefined && row.reader_version !== readerVersion
}

/** The size of a kept filing in bytes, 0 for an unknown one. */
export async function findSize(database: Kysely<Tables>, sha256: string): Promise<number> {
  const row = await database
    .selectFrom('raw_filing')
    .innerJoin('kept_filing', 'kept_filing.sha256', 'raw_filing.sha256')
    .select('raw_filing.bytes')
    .where('raw_filing.sha256', '=', sha256)
    .executeTakeFirst()
  return row?.bytes ?? 0
}

async function replaceReading(
  transaction: Parameters<typeof addReading>[0],
  filing: PreparedFiling,
): Promise<void> {
  const { sha256 } = filing
  const deal = await transaction
    .selectFrom('filing')
    .innerJoin('deal', 'deal.id', 'filing.deal_id')
    .select(['deal.id', 'deal.slug'])
    .where('filing.sha256', '=', sha256)
    .executeTakeFirst()
  // It may have been removed for good while it was read.
  if (deal === undefined) return
  await transaction.deleteFrom('report').where('sha256', '=', sha256).execute()
  await transaction.deleteFrom('bucket').where('sha256', '=', sha256).execute()
  await eraseColumns(transaction, sha256)
  await eraseTape(transaction, sha256)
  await transaction
    .updateTable('filing')
    .set({ facts: JSON.stringify(filing.facts), search_text: filing.searchText, encoding: filing.encoding })
    .where('sha256', '=', sha256)
    .execute()
  await addReading(transaction, filing, deal)
}
