import { type Kysely, sql, type Transaction } from 'kysely'
import { assertKnown, ChangeRefused } from './change-refused.ts'
import { eraseColumns } from './columns/store-columns.ts'
import { type BinnedDeal, binDays, type Changed } from './deal-changes.ts'
import type { KnownDeal } from './deal-of-filing.ts'
import { dealSummarySchema } from './deal-summary.ts'
import { inTurn } from './in-turn.ts'
import { loosenOriginal } from './originals/originals.ts'
import { parseStored } from './parse-stored.ts'
import { refreshDeal } from './refresh-deal.ts'
import type { Tables } from './schema.ts'
import { eraseFigures } from './store-figures.ts'
import { urlOf } from './summarize-deal.ts'
import { eraseTape } from './tape-columns.ts'

/**
 * The bin: what was deleted and can be brought back. A filing in it is as it was, its bytes included, but nothing that is
 * shown is read from it (`kept_filing`), and its deal is in no list and no search once no other filing of it is kept.
 */

const dayMs = 86_400_000

/** Put all filings of some deals into the bin, all of them at one instant; those that are there already stay as they are. */
export async function deleteDeals(database: Kysely<Tables>, slugs: readonly string[]): Promise<Changed> {
  return await inTurn(database, async transaction => {
    const deletedAt = new Date().toISOString()
    const deals = await findShown(transaction, slugs)
    assertKnown(slugs, [...deals, ...(await findBinned(transaction, slugs))])
    for (const deal of deals) {
      await transaction
        .updateTable('filing')
        .set({ deleted_at: deletedAt })
        .where('deal_id', '=', deal.id)
        .where('deleted_at', 'is', null)
        .execute()
      await refreshDeal(transaction, deal)
    }
    return changedDeals(deals, deals.length > 0 ? deletedAt : null)
  })
}

/** Put one filing into the bin; the others of its deal stay. */
export async function deleteFiling(database: Kysely<Tables>, sha256: string): Promise<Changed> {
  return await inTurn(database, async transaction => {
    const deletedAt = new Date().toISOString()
    const deals = await transaction
      .selectFrom('kept_filing')
      .innerJoin('deal', 'deal.id', 'kept_filing.deal_id')
      .select(['deal.id', 'deal.slug', 'deal.summary'])
      .where('kept_filing.sha256', '=', sha256)
      .execute()
    if (deals.length === 0 && !(await isDeleted(transaction, sha256)))
      throw new ChangeRefused('filing-is-unknown', sha256)
    await transaction
      .updateTable('filing')
      .set({ deleted_at: deletedAt })
      .where('sha256', '=', sha256)
      .where('deleted_at', 'is', null)
      .execute()
    for (const deal of deals) await refreshDeal(transaction, deal)
    return changedDeals(deals, deals.length > 0 ? deletedAt : null)
  })
}

/** Bring back whatever the bin holds of some deals, or what was put there at one instant; deals that are back stay as they are. */
export async function restoreDeals(
  database: Kysely<Tables>,
  slugs: readonly string[],
  at?: string,
): Promise<Changed> {
  return await inTurn(database, async transaction => {
    const deals = await findBinned(transaction, slugs)
    assertKnown(slugs, [...deals, ...(await findShown(transaction, slugs))])
    for (const deal of deals) {
      await transaction
        .updateTable('filing')
        .set({ deleted_at: null })
        .where('deal_id', '=', deal.id)
        .$if(at !== undefined, some => some.where('deleted_at', '=', at ?? ''))
        .execute()
      await refreshDeal(transaction, deal)
    }
    return changedDeals(deals)
  })
}

/** Bring back one filing that is in the bin, as if it had just been added; false where it is not there. */
export async function restoreFiling(transaction: Transaction<Tables>, sha256: string): Promise<boolean> {
  const deal = await transaction
    .selectFrom('filing')
    .innerJoin('deal', 'deal.id', 'filing.deal_id')
    .select(['deal.id', 'deal.slug'])
    .where('filing.sha256', '=', sha256)
    .where('filing.deleted_at', 'is not', null)
    .executeTakeFirst()
  if (deal === undefined) return false
  await transaction
    .updateTable('filing')
    .set({ deleted_at: null, added_at: new Date().toISOString() })
    .where('sha256', '=', sha256)
    .execute()
  await refreshDeal(transaction, deal)
  return true
}

/** Is a filing in the bin? */
export async function isDeleted(database: Kysely<Tables>, sha256: string): Promise<boolean> {
  const row = await database
    .selectFrom('filing')
    .select('deleted_at')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row !== undefined && row.deleted_at !== null
}

/**
 * Remove for good what the bin holds of some deals, or all that it holds; only what was put there before an instant, where
 * one is given. A filing at a time, for the largest have so many rows that others would wait for all of them.
 */
export async function eraseDeals(
  database: Kysely<Tables>,
  { slugs, before }: { slugs: readonly string[] | null; before?: string | undefined },
): Promise<Changed> {
  const erased = new Set<NamedDeal>()
  const binned = await findBinned(database, slugs)
  if (slugs !== null) assertKnown(slugs, binned)
  for (const deal of binned) {
    const filings = await binnedFilings(database, deal.id, before).execute()
    for (const { sha256 } of filings)
      await inTurn(database, async transaction => {
        const isStillThere = await binnedFilings(transaction, deal.id, before)
          .where('sha256', '=', sha256)
          .executeTakeFirst()
        if (!isStillThere) return
        await eraseFiling(transaction, sha256, deal.id)
        erased.add(deal)
      })
  }
  return changedDeals([...erased])
}

function binnedFilings(database: Kysely<Tables>, dealId: number, before?: string) {
  const all = database
    .selectFrom('filing')
    .select('sha256')
    .where('deal_id', '=', dealId)
    .where('deleted_at', 'is not', null)
  return before === undefined ? all : all.where('deleted_at', '<', before)
}

async function eraseFiling(transaction: Transaction<Tables>, sha256: string, dealId: number): Promise<void> {
  await loosenOriginal(transaction, sha256)
  await eraseFigures(transaction, sha256)
  await eraseColumns(transaction, sha256)
  await eraseTape(transaction, sha256)
  await transaction.deleteFrom('note').where('sha256', '=', sha256).execute()
  for (const table of ['report', 'bucket', 'raw_filing', 'filing'] as const)
    await transaction.deleteFrom(table).where('sha256', '=', sha256).execute()
  const other = await transaction
    .selectFrom('filing')
    .select('sha256')
    .where('deal_id', '=', dealId)
    .executeTakeFirst()
  if (other !== undefined) return
  for (const table of ['tag', 'note'] as const)
    await transaction.deleteFrom(table).where('deal_id', '=', dealId).execute()
  await transaction.deleteFrom('deal').where('id', '=', dealId).execute()
}

/** The instant before which what is in the bin has been there long enough. */
export function overdue(now = Date.now()): string {
  return new Date(now - binDays * dayMs).toISOString()
}

/** Does the bin hold anything that was put there before an instant? */
export async function holdsOlder(database: Kysely<Tables>, before: string): Promise<boolean> {
  const found = await database
    .selectFrom('filing')
    .select('sha256')
    .where('deleted_at', '<', before)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** What the bin holds, the latest first. */
export async function listBin(database: Kysely<Tables>): Promise<BinnedDeal[]> {
  return await binned(database, null)
}

/** What the bin holds of a deal, or null. */
export async function findInBin(database: Kysely<Tables>, slug: string): Promise<BinnedDeal | null> {
  return (await binned(database, slug))[0] ?? null
}

async function binned(database: Kysely<Tables>, slug: string | null): Promise<BinnedDeal[]> {
  const rows = await database
    .selectFrom('filing')
    .innerJoin('deal', 'deal.id', 'filing.deal_id')
    .innerJoin('raw_filing', 'raw_filing.sha256', 'filing.sha256')
    .select(({ fn }) => [
      'deal.slug',
      'deal.summary',
      'deal.deleted_at as dealDeletedAt',
      fn.max('filing.deleted_at').as('deletedAt'),
      fn.countAll<number>().as('filings'),
      fn.sum<number>('raw_filing.bytes').as('bytes'),
    ])
    .where('filing.deleted_at', 'is not', null)
    .$if(slug !== null, some => some.where('deal.slug', '=', slug ?? ''))
    .groupBy('deal.id')
    .orderBy('deletedAt', 'desc')
    .orderBy('deal.slug')
    .execute()
  return rows.map(({ slug, summary, dealDeletedAt, deletedAt, filings, bytes }) => ({
    slug,
    name: nameOf(slug, summary),
    filings,
    bytes,
    isWhole: dealDeletedAt !== null,
    deletedAt: deletedAt ?? '',
    erasedOn: new Date(Date.parse(deletedAt ?? '') + binDays * dayMs).toISOString(),
  }))
}

export type NamedDeal = KnownDeal & { summary: string | null }

/** Deals with filings that are kept. */
export async function findShown(database: Kysely<Tables>, slugs: readonly string[]): Promise<NamedDeal[]> {
  return await database
    .selectFrom('deal')
    .select(['id', 'slug', 'summary'])
    .where('slug', 'in', slugs)
    .where('deleted_at', 'is', null)
    .execute()
}

/** Deals with filings in the bin. */
async function findBinned(database: Kysely<Tables>, slugs: readonly string[] | null): Promise<NamedDeal[]> {
  return await database
    .selectFrom('deal')
    .select(['id', 'slug', 'summary'])
    .where(sql<boolean>`id in (select deal_id from filing where deleted_at is not null)`)
    .$if(slugs !== null, some => some.where('slug', 'in', slugs ?? []))
    .execute()
}

export function changedDeals(deals: readonly NamedDeal[], deletedAt: string | null = null): Changed {
  return {
    deals: deals.map(({ slug, summary }) => ({ slug, url: urlOf(slug), name: nameOf(slug, summary) })),
    deletedAt,
  }
}

function nameOf(slug: string, summary: string | null): string {
  return summary === null ? slug : dealSummarySchema.parse(parseStored(summary, `the deal ${slug}`)).name
}
