import type { Kysely } from 'kysely'
import type { DealRecord, FilingSummary } from './deal-summary.ts'
import { marksOf, notesOf } from './find-marks.ts'
import type { Tables } from './schema.ts'
import { type DealFiling, dealFiling, inOrderOfChoice, summarizeDeal } from './summarize-deal.ts'

/** A deal with its filings, the chosen one first; null for an unknown slug. */
export async function findDeal(database: Kysely<Tables>, slug: string): Promise<DealRecord | null> {
  const rows = await database
    .selectFrom('kept_filing as filing')
    .innerJoin('deal', 'deal.id', 'filing.deal_id')
    .selectAll('filing')
    .where('deal.slug', '=', slug)
    .execute()
  const filings = inOrderOfChoice(rows.map(dealFiling))
  const [chosen] = filings
  if (chosen === undefined) return null
  const dealId = rows[0]?.deal_id ?? 0
  const summary = summarizeDeal(slug, filings, await marksOf(database, dealId))
  const { url, name, series, depositor } = summary
  return {
    slug,
    url,
    name,
    series,
    depositor,
    chosen: chosen.sha256,
    filings: filings.map(summarizeFiling),
    notes: await notesOf(database, dealId),
    summary,
  }
}

/**
 * The deal's filings with their readers, in an order that stays, and what edition of its name, tags and notes it has; of a deleted deal, when that was. Empty for an unknown
 * slug.
 */
export async function findVersion(database: Kysely<Tables>, slug: string): Promise<string> {
  const rows = await database
    .selectFrom('kept_filing as filing')
    .innerJoin('deal', 'deal.id', 'filing.deal_id')
    .select(['filing.sha256', 'filing.reader_version', 'deal.edition'])
    .where('deal.slug', '=', slug)
    .orderBy('filing.sha256')
    .execute()
  if (rows.length === 0) return await findDeletion(database, slug)
  const own = rows.map(row => `${row.sha256} ${row.reader_version}`)
  return [...own, `edition ${rows[0]?.edition}`].join('\n')
}

async function findDeletion(database: Kysely<Tables>, slug: string): Promise<string> {
  const row = await database
    .selectFrom('deal')
    .select('deleted_at')
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row?.deleted_at ? `deleted ${row.deleted_at}` : ''
}

function summarizeFiling({ sha256, name, addedAt, fetched, facts }: DealFiling): FilingSummary {
  const { bytes, formType, accession, signedOn, filedOn, stratifications, checks, noStratifications, tape } =
    facts
  const printedTables = facts.printedTables ?? (tape === null ? stratifications : 0)
  return {
    sha256,
    name,
    bytes,
    formType,
    accession: accession ?? fetched?.accession ?? null,
    signedOn,
    filedOn,
    period: tape?.asOf ?? null,
    stratifications,
    printedTables,
    checks,
    noStratifications,
    fetched,
    addedAt,
  }
}
