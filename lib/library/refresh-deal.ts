import { type Insertable, sql, type Transaction } from 'kysely'
import { foldName, identityKeys } from './deal-identity.ts'
import type { DealSummary } from './deal-summary.ts'
import type { DealTable, Tables } from './schema.ts'
import { byChoice, compareTexts, type DealFiling, dealFiling, summarizeDeal } from './summarize-deal.ts'

/** Write anew what lists and searches know of a deal. To be called in the transaction that changed its filings. */
export async function refreshDeal(transaction: Transaction<Tables>, deal: { id: number; slug: string }) {
  const rows = await transaction.selectFrom('filing').selectAll().where('deal_id', '=', deal.id).execute()
  const filings = rows.map(dealFiling).sort(byChoice)
  const summary = summarizeDeal(deal.slug, filings)
  const columns = { ...summaryColumns(summary), ...learnedKeys(filings), chosen: filings[0]?.sha256 ?? null }
  await transaction.updateTable('deal').set(columns).where('id', '=', deal.id).execute()
  const words = [deal.slug, summary.name, ...filings.map(filing => filing.searchText)].join('\n')
  await sql`delete from deal_search where rowid = ${deal.id}`.execute(transaction)
  await sql`insert into deal_search (rowid, words) values (${deal.id}, ${words})`.execute(transaction)
  return summary
}

function summaryColumns(summary: DealSummary): Partial<Insertable<DealTable>> {
  return {
    summary: JSON.stringify(summary),
    name_sort: sortableName(summary.name),
    shelf: summary.shelf,
    shelf_key: summary.shelf === null ? null : foldName(summary.shelf),
    year: summary.year,
    signed_on: summary.signedOn,
    pool_balance_cents: summary.poolBalanceCents,
    loan_count: summary.loanCount,
    average_balance_cents: summary.averageBalanceCents,
    wac_pct: summary.wacPct,
    waltv_pct: summary.waltvPct,
    wam_months: summary.wamMonths,
    checks_failed: summary.checks.failed,
    checks_passed: summary.checks.passed,
    stratifications: summary.stratifications,
    added_at: summary.addedAt,
  }
}

/** Names in the order people expect: `Trust 2002-9` before `Trust 2002-12`. */
function sortableName(name: string): string {
  return foldName(name).replace(/\d+/g, digits => digits.padStart(8, '0'))
}

/** A later filing may tell what the first did not; what is known once is the first to have told it. */
function learnedKeys(filings: DealFiling[]) {
  const inOrder = filings.toSorted((one, other) => compareTexts(one.addedAt, other.addedAt))
  const keys = inOrder.map(filing => identityKeys(filing.facts))
  const first = (key: 'trustKey' | 'seriesKey' | 'depositorKey') =>
    keys.map(known => known[key]).find(value => value !== null) ?? null
  return {
    trust_key: first('trustKey'),
    series_key: first('seriesKey'),
    depositor_key: first('depositorKey'),
  }
}
