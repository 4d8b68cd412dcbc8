import { hash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { dealHref } from '../addresses/place-address.ts'
import { isPacked, type PackedFile } from '../filing/packed-file.ts'
import type { Refusal } from '../issues.ts'
import { isDeleted, restoreFiling } from './bin.ts'
import { storeColumns } from './columns/store-columns.ts'
import { dealOfFiling, type KnownDeal } from './deal-of-filing.ts'
import { dealSummarySchema } from './deal-summary.ts'
import type { EdgarOrigin } from './edgar-origin.ts'
import { dialectOf } from './engines/dialect.ts'
import { cleanFileName } from './file-name.ts'
import { filingFactsSchema } from './filing-facts.ts'
import type { Holding } from './find-filing.ts'
import { inTurn } from './in-turn.ts'
import type { KeptFiling } from './library.ts'
import { parseStored } from './parse-stored.ts'
import type { Prepare, PreparedFiling } from './prepare-filing.ts'
import { refreshDeal } from './refresh-deal.ts'
import type { Tables } from './schema.ts'
import { storeFigures } from './store-figures.ts'
import { storeTape } from './tape-columns.ts'
import { pack } from './unpack.ts'

export type ReceivedBytes = { bytes: Uint8Array | PackedFile; name: string; origin?: EdgarOrigin }

/**
 * Read a filing and keep it, all of it or nothing.
 *
 * Reading comes first and touches nothing; everything is then written in one transaction. Of two uploads of the same
 * bytes, at once or from two processes, the second finds the first's and is `known`. One that is in the bin is brought back
 * and is `added`.
 */
export async function keepFiling(
  holding: Holding,
  prepare: Prepare,
  readerVersion: string,
  { bytes, name, origin }: ReceivedBytes,
): Promise<KeptFiling> {
  const { database, originals } = holding
  const sha256 = isPacked(bytes) ? bytes.sha256 : hash('sha256', bytes, 'hex')
  const known = await findKept(database, sha256, 'known')
  if (known !== null || (await isDeleted(database, sha256))) await mendOriginal(holding, sha256, bytes)
  if (known !== null) return known
  if (await isDeleted(database, sha256)) {
    const back = await inTurn(database, transaction => bringBack(transaction, sha256))
    if (back !== null) return back
  }
  const prepared = await prepare(bytes, cleanFileName(name))
  if ('refusal' in prepared) return refusedFiling(sha256, prepared.refusal)
  const zstd = await originals.place(database, prepared.filing)
  return await inTurn(database, async transaction => {
    await originals.claim(transaction, sha256)
    const keptMeanwhile = await findKept(transaction, sha256, 'known')
    const back = keptMeanwhile ?? (await bringBack(transaction, sha256))
    if (back !== null) return back
    await addFiling(transaction, { ...prepared.filing, zstd }, { readerVersion, origin })
    return await justKept(transaction, sha256)
  })
}

/** Whoever sends a filing once more brings back what the store has lost of it. */
async function mendOriginal(
  { database, originals }: Holding,
  sha256: string,
  bytes: Uint8Array | PackedFile,
): Promise<void> {
  if (!originals.inStore) return
  const row = await database
    .selectFrom('raw_filing')
    .selectAll()
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (row !== undefined)
    await originals.mend(row, async () => (isPacked(bytes) ? bytes.zstd : await pack(bytes)))
}

/** A filing that waits in the bin is not read again: with its bytes it is back, and new to the library. */
async function bringBack(transaction: Transaction<Tables>, sha256: string): Promise<KeptFiling | null> {
  return (await restoreFiling(transaction, sha256)) ? await justKept(transaction, sha256) : null
}

async function addFiling(
  transaction: Transaction<Tables>,
  filing: PreparedFiling,
  { readerVersion, origin }: { readerVersion: string; origin: EdgarOrigin | undefined },
) {
  const { sha256, bytes, zstd } = filing
  const deal = await dealOfFiling(transaction, filing.facts, sha256)
  await transaction
    .insertInto('filing')
    .values({
      sha256,
      deal_id: deal.id,
      name: filing.name,
      encoding: filing.encoding,
      added_at: new Date().toISOString(),
      reader_version: readerVersion,
      facts: JSON.stringify(filing.facts),
      search_text: filing.searchText,
      accession: origin?.accession ?? filing.facts.accession,
      edgar_company: origin?.company ?? null,
      edgar_document: origin?.document ?? null,
    })
    .execute()
  await transaction.insertInto('raw_filing').values({ sha256, bytes, zstd }).execute()
  await addReading(transaction, filing, deal)
}

/** Store what the reader gave for a filing that is there, and bring its deal up to it. */
export async function addReading(transaction: Transaction<Tables>, filing: PreparedFiling, deal: KnownDeal) {
  for (const row of filing.report)
    await transaction
      .insertInto('report')
      .values({ ...row, sha256: filing.sha256 })
      .execute()
  await dialectOf(transaction).storeBuckets(transaction, filing.buckets, deal.id)
  await storeFigures(transaction, filing)
  await storeColumns(transaction, filing)
  await storeTape(transaction, filing)
  await refreshDeal(transaction, deal)
}

async function justKept(transaction: Transaction<Tables>, sha256: string): Promise<KeptFiling> {
  const kept = await findKept(transaction, sha256, 'added')
  if (kept === null) throw new Error(`Filing ${sha256} is not there right after it was written.`)
  return kept
}

/** What is said of a file that is not kept. */
export function refusedFiling(sha256: string, problem: Refusal): KeptFiling {
  return { status: 'refused', sha256, deal: null, stratifications: 0, checks: null, problem }
}

/** What is said of a filing that is kept, or null when it is not. */
export async function findKept(
  database: Kysely<Tables>,
  sha256: string,
  status: 'added' | 'known',
): Promise<KeptFiling | null> {
  const row = await database
    .selectFrom('kept_filing as filing')
    .innerJoin('deal', 'deal.id', 'filing.deal_id')
    .select(['filing.facts', 'deal.slug', 'deal.summary'])
    .where('filing.sha256', '=', sha256)
    .executeTakeFirst()
  if (row === undefined || row.summary === null) return null
  const { stratifications, checks } = filingFactsSchema.parse(
    parseStored(row.facts, `what is known of filing ${sha256}`),
  )
  const { name, filings } = dealSummarySchema.parse(parseStored(row.summary, `the deal of filing ${sha256}`))
  return {
    status,
    sha256,
    deal: { slug: row.slug, url: dealHref(row.slug, filings > 1 ? sha256 : null), name },
    stratifications,
    checks,
    problem: null,
  }
}
