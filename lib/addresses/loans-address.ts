import { noNumber } from '../tape/loan-number.ts'

const prefixLength = 12

/** A deal as addresses tell its filings apart; each is named where nobody says which is the chosen one. */
type WithFilings = { slug: string; chosen: string | null }

function withFiling({ chosen }: WithFilings, sha256: string, asked: Iterable<readonly [string, string]>) {
  const query = new URLSearchParams([...asked].map(([name, value]) => [name, value]))
  if (sha256 !== chosen) query.set('filing', sha256.slice(0, prefixLength))
  return query.size > 0 ? `?${query}` : ''
}

/**
 * Address of the page of a filing's loans; with what is asked of them: columns, sort, page, filters. `form` gives another than the
 * page: `.csv` or the call.
 *
 * > /deals/harbor-trust-2024-1/loans?state=TX&sort=-current-balance
 */
export function loansHref(
  deal: WithFilings,
  sha256: string,
  asked: Iterable<readonly [string, string]> = [],
): string {
  return `/deals/${deal.slug}/loans${withFiling(deal, sha256, asked)}`
}

/** Address of the call that gives the same, as JSON or as a file of another kind. */
export function loansCallHref(
  deal: WithFilings,
  sha256: string,
  form: '' | '.csv' | '.xlsx' | '.parquet',
  asked: Iterable<readonly [string, string]> = [],
): string {
  return `/api/deals/${deal.slug}/loans${form}${withFiling(deal, sha256, asked)}`
}

/**
 * Address of the page of one loan; the line on which it begins where another has the same number, and which page of its
 * properties where that is not the first.
 */
export function loanHref(
  deal: WithFilings,
  sha256: string,
  { number, line }: { number: string | null; line?: number | undefined },
  page = 1,
): string {
  const asked: [string, string][] = line === undefined ? [] : [['line', String(line)]]
  if (page > 1) asked.push(['page', String(page)])
  const name = encodeURIComponent(number ?? noNumber)
  return `/deals/${deal.slug}/loans/${name}${withFiling(deal, sha256, asked)}`
}
