import type { DocumentSubject } from '../reading/facts.ts'
import { findDefinedNouns } from './defined-nouns.ts'

/** What the filing around a table tells of all its tables, each found when it is first asked for. */
export type DocumentFacts = {
  subject: () => DocumentSubject
  /** What its own nouns for loans stand for. */
  nouns: () => ReadonlyMap<string, string>
  /** Does a table of the pool before this one come to as many loans of this balance, in cents? */
  isTotalOfPool: (loans: number, balance: number) => boolean
  /** The words over the table, the nearest first. */
  above: () => readonly string[]
}

/** What the lines of a filing tell of its tables. */
export function documentFacts(lines: readonly string[]): DocumentFacts {
  let nouns: ReadonlyMap<string, string> | undefined
  return {
    subject: documentSubject(lines),
    nouns: () => {
      nouns ??= findDefinedNouns(lines)
      return nouns
    },
    isTotalOfPool: () => false,
    above: () => [],
  }
}

/** What is told of securitised pools alone. */
const SECURITISED =
  /\b(?:pass-? ?through certificates?|asset[- ]backed (?:notes?|certificates?)|(?:mortgage|contract|receivables?|statistical) pools?|pool of (?:mortgage |home |auto |student )?(?:loans|contracts|receivables|leases)|pooling and servicing agreements?|cut-? ?off date|loan groups?|issuing entity|trust fund|certificate-?holders|note-?holders)\b/i
/** What only a company with owners, customers and earnings tells. */
const COMPANY =
  /\b(?:(?:stock|share)holders|our (?:common stock|shares|customers|tenants|branches|business|operations|revenues?|employees|(?:revolving )?credit facility)|(?:earnings|income|loss|dividends?|book value) (?:declared )?(?:per|a) (?:common |diluted )?share|dividends? (?:declared|paid)|(?:total |average )?deposits (?:were|rose|fell|grew|increased|decreased)|net interest (?:income|margin)|net sales|premiums (?:earned|written)|policyholders?|gains? on sales?|reinsurance)\b/i
/** The reports that companies file each year and quarter; trusts do too, without a word of shares. */
const PERIODIC = /\bform 10-[kq]\b|<type>10-[kq]|\b(?:annual|quarterly) report pursuant to section/i

/**
 * Tells, once asked, what the filing is about. A report of a quarter or a year is a company's where it speaks of its
 * equity, customers or earnings; any other filing where it does so and never of a securitised pool.
 */
export function documentSubject(lines: readonly string[]): () => DocumentSubject {
  let known: DocumentSubject | undefined
  return () => {
    known ??= tell(lines)
    return known
  }
}

function tell(lines: readonly string[]): DocumentSubject {
  if (lines.length === 0) return 'pool'
  const says = (words: RegExp) => lines.some(line => words.test(line))
  if (says(SECURITISED)) return says(PERIODIC) && says(COMPANY) ? 'company' : 'pool'
  return says(COMPANY) ? 'company' : 'unknown'
}
