import { formatCount } from '../format/numbers.ts'
import type { Place } from '../report.ts'
import { placeHref } from './place-href.ts'

/** Characters of a SHA-256 that an address carries: enough for any library, short enough to read. */
const prefixLength = 12

/**
 * A place as an address carries it: `line:start-end`, or `line:start-lastLine:end` when it runs over lines.
 *
 * > 105:47-61
 * > 98:17-116:79
 */
export function printPlace(at: Place): string {
  const last = at.lastLine === undefined || at.lastLine === at.line ? '' : `${at.lastLine}:`
  return `${at.line}:${at.start}-${last}${at.end}`
}

/** The lines of a place in words: `Line 105`, `Lines 98–116`. */
export function sayLines({ line, lastLine }: Place): string {
  return lastLine && lastLine > line
    ? `Lines ${formatCount(line)}–${formatCount(lastLine)}`
    : `Line ${formatCount(line)}`
}

/** The place an address names, or null when the text is not one: addresses are typed, cut and mangled by people. */
export function readPlace(text: string | null | undefined): Place | null {
  const found = /^(\d{1,9}):(\d{1,9})-(?:(\d{1,9}):)?(\d{1,9})$/.exec(text ?? '')
  if (!found) return null
  const [line, start, lastLine, end] = [found[1], found[2], found[3] ?? found[1], found[4]].map(Number)
  if (!line || !start || !end || !lastLine || lastLine < line) return null
  if (lastLine === line) return end < start ? null : { line, start, end }
  return { line, start, end, lastLine }
}

/** Whether two places are the same printed thing. */
export function isSamePlace(a: Place, b: Place): boolean {
  return printPlace(a) === printPlace(b)
}

/** Whether `outer` holds all of `inner`; lines decide between lines, columns on a line. */
export function isInside(inner: Place, outer: Place): boolean {
  const startsAfter = inner.line > outer.line || (inner.line === outer.line && inner.start >= outer.start)
  const innerLast = inner.lastLine ?? inner.line
  const outerLast = outer.lastLine ?? outer.line
  return startsAfter && (innerLast < outerLast || (innerLast === outerLast && inner.end <= outer.end))
}

/**
 * Address of a place in a filing, on the page that shows the filing as printed. Without a place, the filing's start;
 * with `from`, the lines from there on, whatever place is chosen.
 *
 * > /deals/cobble-hill-loan-trust-2002-9/source?filing=0c1d2e3f4a5b&at=105:47-61#L105
 */
export function sourceHref(slug: string, sha256: string, at?: Place | null, from?: number): string {
  const filing = `/deals/${slug}/source?filing=${sha256.slice(0, prefixLength)}`
  const page = at ? `${filing}&at=${printPlace(at)}` : filing
  if (from !== undefined) return `${page}&from=${from}#L${from}`
  return at ? placeHref(filing, printPlace(at)) : page
}

/** Address of the certificate of a printed figure, by its place. */
export function certificateHref(slug: string, sha256: string, at: Place): string {
  return `/api/deals/${slug}/certificate?filing=${sha256.slice(0, prefixLength)}&at=${printPlace(at)}`
}

/** Address of the certificate of a figure that a pool is known by, printed or not; `loanGroup` null for the whole pool. */
export function figureCertificateHref(
  slug: string,
  sha256: string,
  { figure, loanGroup }: { figure: string; loanGroup: string | null },
): string {
  const group = loanGroup === null ? '' : `&loanGroup=${encodeURIComponent(loanGroup)}`
  return `/api/deals/${slug}/certificate?filing=${sha256.slice(0, prefixLength)}&figure=${figure}${group}`
}

/** Address of the ledger's page of the checks of some rows of a long table, by its id. */
export function rowChecksHref(slug: string, sha256: string, table: string, page = 1): string {
  return `/deals/${slug}/ledger/${sha256.slice(0, prefixLength)}/${table}${page > 1 ? `/${page}` : ''}`
}

/**
 * Address of the verification ledger of a deal's chosen filing; with a SHA-256, of another filing of the deal; with a
 * stratification's id, at the checks of that table. A very large report is shown part by part, numbered from 1.
 */
export function ledgerHref(
  slug: string,
  sha256?: string | null,
  stratification?: string | null,
  part = 1,
): string {
  const filing = sha256 ? `/${sha256.slice(0, prefixLength)}` : ''
  const page = filing && part > 1 ? `/${part}` : ''
  return `/deals/${slug}/ledger${filing}${page}${stratification ? `#${stratification}` : ''}`
}

/**
 * Address of the page of a filing's loan groups side by side: without the filing for the deal's chosen one, by part where
 * the report has several.
 */
export function groupsHref({ slug, chosen }: WithFilings, sha256: string, part = 1): string {
  const filing = sha256 === chosen && part === 1 ? '' : `/${sha256.slice(0, prefixLength)}`
  return `/deals/${slug}/groups${filing}${part > 1 ? `/${part}` : ''}`
}

/** A deal as addresses tell its filings apart: the page of the chosen one is the deal's own. */
type WithFilings = { slug: string; chosen: string }

/**
 * Address of the page that shows a filing of a deal: the deal's own for its chosen one.
 *
 * > /deals/cobble-hill-loan-trust-2002-9    /deals/cobble-hill-loan-trust-2002-9/filings/0c1d2e3f4a5b
 */
export function filingHref({ slug, chosen }: WithFilings, sha256: string): string {
  return dealHref(slug, sha256 === chosen ? null : sha256)
}

/** Address of a deal's page; with a SHA-256, of the page that shows that filing of it, chosen or not. */
export function dealHref(slug: string, sha256: string | null = null): string {
  return sha256 === null ? `/deals/${slug}` : `/deals/${slug}/filings/${sha256.slice(0, prefixLength)}`
}

/** Address of what a call gives of a filing of a deal, by what follows the slug: `.xlsx`. */
export function callHref({ slug, chosen }: WithFilings, sha256: string, form: string): string {
  const call = `/api/deals/${slug}${form}`
  return sha256 === chosen ? call : `${call}?filing=${sha256.slice(0, prefixLength)}`
}

/**
 * Address of the page that shows a part of a filing's tables: for the first the page of the filing, `home`, as
 * `filingHref` gives it.
 */
export function tablesHref(home: string, part: number): string {
  return part > 1 ? `${home}/tables/${part}` : home
}

/** The id of a table that is no stratification, by its order among those of the filing, from 1. */
export function otherTableId(order: number): string {
  return `other-table-${order}`
}

/** Address of a page of the rows of one table, by its id. */
export function rowsHref(home: string, table: string, page = 1): string {
  return `${home}/tables/${table}${page > 1 ? `/${page}` : ''}`
}

/** Address of a page of a list that is too long for the deal's own: its issues, exhibits, the notes of a table. */
export function listHref(home: string, list: string, page = 1): string {
  return `${home}/lists/${list}${page > 1 ? `/${page}` : ''}`
}
