import type { Insertable, Selectable, Transaction } from 'kysely'
import { sql } from 'kysely'
import { foldName, identityKeys } from './deal-identity.ts'
import type { DealSummary } from './deal-summary.ts'
import { type FilingFacts, filingFactsSchema } from './filing-facts.ts'
import type { DealTable, FilingTable, Tables } from './schema.ts'

/** A filing as its deal counts it. */
export type DealFiling = {
  sha256: string
  name: string
  addedAt: string
  searchText: string
  facts: FilingFacts
}

export function dealFiling(row: Selectable<FilingTable>): DealFiling {
  return {
    sha256: row.sha256,
    name: row.name,
    addedAt: row.added_at,
    searchText: row.search_text,
    facts: filingFactsSchema.parse(JSON.parse(row.facts)),
  }
}

/** The chosen filing first: most stratifications, then latest signed, then latest added. */
export function byChoice(one: DealFiling, other: DealFiling): number {
  return (
    other.facts.stratifications - one.facts.stratifications ||
    compareTexts(other.facts.signedOn ?? '', one.facts.signedOn ?? '') ||
    compareTexts(other.addedAt, one.addedAt) ||
    compareTexts(one.sha256, other.sha256)
  )
}

function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** Path of a deal's page. */
export function urlOf(slug: string): string {
  return `/deals/${slug}`
}

/** What a deal's filings say together: figures of the chosen one, names of the first that has them. */
export function summarizeDeal(slug: string, filings: DealFiling[]): DealSummary {
  const [chosen] = filings
  if (chosen === undefined) throw new Error(`The deal ${slug} has no filing.`)
  const { trust: _, bytes: __, formType: ___, accession: ____, ...figures } = chosen.facts
  const first = (key: 'trust' | 'series' | 'depositor' | 'shelf') =>
    filings.map(filing => filing.facts[key]).find(value => value !== null) ?? null
  return {
    ...figures,
    slug,
    url: urlOf(slug),
    name: first('trust') ?? depositorSeries(first('depositor'), first('series')) ?? chosen.name,
    series: first('series'),
    depositor: first('depositor'),
    shelf: first('shelf'),
    filings: filings.length,
    addedAt:
      filings
        .map(filing => filing.addedAt)
        .toSorted(compareTexts)
        .at(-1) ?? chosen.addedAt,
  }
}

function depositorSeries(depositor: string | null, series: string | null): string | null {
  if (depositor === null || series === null) return null
  return /^series\b/i.test(series) ? `${depositor}, ${series}` : `${depositor}, Series ${series}`
}

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
