import { type Insertable, sql, type Transaction } from 'kysely'
import { foldName, identityKeys } from './deal-identity.ts'
import type { DealSummary } from './deal-summary.ts'
import { dialectOf } from './engines/dialect.ts'
import { marksOf, notesOf } from './find-marks.ts'
import type { DealTable, Tables } from './schema.ts'
import {
  compareTexts,
  type DealFiling,
  dealFiling,
  inOrderOfChoice,
  summarizeDeal,
} from './summarize-deal.ts'

/** Write anew what lists and searches know of a deal. To be called in the transaction that changed its filings. */
export async function refreshDeal(transaction: Transaction<Tables>, deal: { id: number; slug: string }) {
  const { fullText } = dialectOf(transaction)
  await fullText.eraseWords(transaction, deal.id)
  const rows = await transaction
    .selectFrom('kept_filing')
    .selectAll()
    .where('deal_id', '=', deal.id)
    .execute()
  const filings = inOrderOfChoice(rows.map(dealFiling))
  const [chosen] = filings
  if (chosen === undefined) return await noteDeletion(transaction, deal.id)
  const marks = await marksOf(transaction, deal.id)
  const notes = await notesOf(transaction, deal.id)
  const summary = summarizeDeal(deal.slug, filings, marks)
  const columns = {
    ...summaryColumns(summary),
    ...learnedKeys(filings),
    ...parties(filings),
    ...dateColumns(filings),
    name: summary.name,
    chosen: chosen.sha256,
    form_type: chosen.facts.formType,
    deleted_at: null,
    revision: presentRevision,
    report_id: transaction.selectFrom('figures_of_report').select('id').where('sha256', '=', chosen.sha256),
  }
  await transaction.updateTable('deal').set(columns).where('id', '=', deal.id).execute()
  const words = [
    deal.slug,
    summary.name,
    summary.filedName ?? '',
    marks.formerNames,
    ...marks.tags,
    ...notes.map(({ text }) => text),
    ...filings.map(filing => filing.searchText),
  ].join('\n')
  await fullText.storeWords(transaction, deal.id, words)
}

/** A deal whose filings are all in the bin keeps what is known of it, but for lists and searches it is not there. */
async function noteDeletion(transaction: Transaction<Tables>, id: number): Promise<void> {
  const latest = transaction
    .selectFrom('filing')
    .select(({ fn }) => fn.max('deleted_at').as('at'))
    .where('deal_id', '=', id)
  await transaction
    .updateTable('deal')
    .set({ deleted_at: latest, revision: presentRevision })
    .where('id', '=', id)
    .execute()
}

/** The revision that the transaction has raised the library to. */
const presentRevision = sql<number>`(select revision from library)`

/** The parties that lists can be narrowed by: of the first filing that names each, the chosen one first. */
function parties(filings: readonly DealFiling[]) {
  const first = (party: 'trustee' | 'masterServicer') =>
    filings.map(({ facts }) => facts[party]).find(name => name !== null) ?? null
  return { trustee: first('trustee'), master_servicer: first('masterServicer') }
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

/** The date of the chosen filing, else of another of the same deal. */
function dateColumns(filings: readonly DealFiling[]): Pick<DealTable, 'dated_on' | 'dated_by'> {
  const dated = filings.map(({ facts }) => facts.dated).find(date => date !== null)
  return { dated_on: dated?.date ?? null, dated_by: dated?.kind ?? null }
}

/** Names in the order people expect: `Trust 2002-9` before `Trust 2002-12`. */
function sortableName(name: string): string {
  return foldName(name).replace(/\d+/g, digits => digits.padStart(8, '0'))
}

function foldedFiler(filings: readonly DealFiling[]): string | null {
  const name = filings.map(({ facts }) => facts.filerTrust).find(one => one !== null)
  return name == null ? null : foldName(name)
}

/** A later filing may tell what the first did not; what is known once is the first to have told it. */
function learnedKeys(filings: DealFiling[]) {
  const inOrder = filings.toSorted((one, other) => compareTexts(one.addedAt, other.addedAt))
  const keys = inOrder.map(filing => identityKeys(filing.facts))
  const first = (key: 'trustKey' | 'seriesKey' | 'depositorKey') =>
    keys.map(known => known[key]).find(value => value !== null) ?? null
  return {
    trust_key: first('trustKey') ?? foldedFiler(inOrder),
    series_key: first('seriesKey'),
    depositor_key: first('depositorKey'),
  }
}
