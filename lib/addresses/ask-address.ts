import type { Question } from '../distributions/index.ts'
import type { Unit } from '../report.ts'

const prefixLength = 12

/** A deal as addresses tell its filings apart. */
type WithFilings = { slug: string; chosen: string }

/**
 * Address of the page that asks one table what lies beyond an edge, or parts it anew at other edges; of another filing than
 * the chosen one where its SHA-256 is given. The edge stands as it is typed.
 *
 * > /deals/alternative-loan-trust-2002-12/ask/original-ltv?above=77
 */
export function askHref(
  { slug, chosen }: WithFilings,
  sha256: string,
  table: string,
  asked: Record<string, string> = {},
): string {
  const query = new URLSearchParams(asked)
  if (sha256 !== chosen) query.set('filing', sha256.slice(0, prefixLength))
  const text = query.toString()
  return `/deals/${slug}/ask/${table}${text ? `?${text}` : ''}`
}

/** An edge as an address carries it: dollars for money. */
export function typedEdge(at: number, unit: Unit): string {
  return String(unit === 'cents' ? at / 100 : at)
}

/** A question as the address of its answer carries it. */
export function askedOf({ side, at, and }: Question, unit: Unit): Record<string, string> {
  const first = { [side]: typedEdge(at, unit) }
  return and ? { ...first, [and.side]: typedEdge(and.at, unit) } : first
}
