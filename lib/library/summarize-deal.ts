import type { Selectable } from 'kysely'
import { largest } from '../extremes.ts'
import { formatDate } from '../format/index.ts'
import { type DealIdentity, shelfOf } from './deal-identity.ts'
import { type CheckCount, type DealSummary, dealSummarySchema } from './deal-summary.ts'
import type { EdgarOrigin } from './edgar-origin.ts'
import { type FilingFacts, filingFactsSchema } from './filing-facts.ts'
import { compareReports, dateOfFiling } from './filing-order.ts'
import { parseStored } from './parse-stored.ts'
import type { FilingTable } from './schema.ts'

/** A filing as its deal counts it. */
export type DealFiling = {
  sha256: string
  name: string
  addedAt: string
  searchText: string
  /** Where it was fetched; null of what was uploaded. */
  fetched: EdgarOrigin | null
  facts: FilingFacts
}

/** A stored filing as its deal counts it. */
export function dealFiling(row: Selectable<FilingTable>): DealFiling {
  return {
    sha256: row.sha256,
    name: row.name,
    addedAt: row.added_at,
    searchText: row.search_text,
    fetched: originOf(row),
    facts: filingFactsSchema.parse(parseStored(row.facts, `what is known of filing ${row.sha256}`)),
  }
}

/** Only what was fetched has a company; the header of what was uploaded may give its accession number alone. */
function originOf({ accession, edgar_company, edgar_document }: Selectable<FilingTable>): EdgarOrigin | null {
  if (accession === null || edgar_company === null) return null
  return { accession, company: edgar_company, document: edgar_document }
}

/**
 * The chosen filing first: most stratifications, then the latest, then first added: a copy does not displace it. Of the months
 * of a deal's loans the latest is chosen, however many tables each gives.
 */
export function inOrderOfChoice(filings: readonly DealFiling[]): DealFiling[] {
  const mostOfLoans = largest([
    0,
    ...filings.map(({ facts }) => (facts.tape === null ? 0 : facts.stratifications)),
  ])
  const tablesOf = ({ facts }: DealFiling) => (facts.tape === null ? facts.stratifications : mostOfLoans)
  return filings.toSorted((one, other) => tablesOf(other) - tablesOf(one) || byDates(one, other))
}

function byDates(one: DealFiling, other: DealFiling): number {
  return (
    compareTexts(other.facts.tape?.asOf ?? '', one.facts.tape?.asOf ?? '') ||
    (one.facts.tape?.asOf
      ? compareReports(other.facts, one.facts)
      : compareTexts(dateOfFiling(other.facts) ?? '', dateOfFiling(one.facts) ?? '')) ||
    compareTexts(one.addedAt, other.addedAt) ||
    compareTexts(one.sha256, other.sha256)
  )
}

/** Plain order of texts, for calendar dates and instants; not for what people sort by. */
export function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** Path of a deal's page. */
export function urlOf(slug: string): string {
  return `/deals/${slug}`
}

/** What somebody gave a deal: a name in place of the one by its filings, and tags. */
export type DealMarks = { givenName: string | null; tags: string[] }
const unmarked: DealMarks = { givenName: null, tags: [] }

/**
 * What a deal's filings, the chosen one first, say together: the figures of the chosen one, names from the first that has
 * them, and the checks of all, so that none fails unseen.
 */
export function summarizeDeal(slug: string, filings: DealFiling[], marks: DealMarks = unmarked): DealSummary {
  const [chosen] = filings
  if (chosen === undefined) throw new Error(`The deal ${slug} has no filing.`)
  const first = (key: 'trust' | 'filerTrust' | 'series' | 'depositor') =>
    filings.map(filing => filing.facts[key]).find(value => value !== null) ?? null
  const trust = first('trust') ?? first('filerTrust')
  const identity = { trust, series: first('series'), depositor: first('depositor') }
  const filer = identity.depositor ?? chosen.facts.filer
  const filedName = nameOf(identity) ?? nameByForm(filer, chosen.facts) ?? chosen.name
  // Parsing leaves the facts that are the filing's alone behind.
  return dealSummarySchema.parse({
    ...chosen.facts,
    ...identity,
    checks: sumOfChecks(filings),
    slug,
    url: urlOf(slug),
    name: marks.givenName ?? filedName,
    filedName: marks.givenName === null ? null : filedName,
    tags: marks.tags,
    shelf: shelfOf(identity),
    filings: filings.length,
    addedAt: filings
      .map(filing => filing.addedAt)
      .toSorted(compareTexts)
      .at(-1),
  })
}

function sumOfChecks(filings: DealFiling[]): CheckCount {
  const sum = (outcome: keyof CheckCount) =>
    filings.reduce((all, { facts }) => all + facts.checks[outcome], 0)
  return { passed: sum('passed'), failed: sum('failed') }
}

function nameOf({ trust, series, depositor }: DealIdentity): string | null {
  if (trust !== null || depositor === null || series === null) return trust
  return /^series\b/i.test(series) ? `${depositor}, ${series}` : `${depositor}, Series ${series}`
}

/**
 * A filing that names no trust, by who filed what and when; null where neither it nor its header names a depositor.
 *
 * > Larkspur Funding Corp., 8-K of 14 April 2004
 */
function nameByForm(depositor: string | null, { formType, signedOn, filedOn }: FilingFacts): string | null {
  if (depositor === null) return null
  const date = signedOn ?? filedOn
  const day = date && formatDate(date)
  const form = [formType, day && (formType ? `of ${day}` : day)].filter(Boolean).join(' ')
  return [depositor, form].filter(words => words !== '').join(', ')
}
