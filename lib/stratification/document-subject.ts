import type { DocumentSubject, OtherReport } from '../reading/facts.ts'
import { findDefinedNouns } from './defined-nouns.ts'
import { currencyInProse } from './other-currency.ts'

/** What the filing around a table tells of all its tables, each found when it is first asked for. */
export type DocumentFacts = {
  subject: () => DocumentSubject
  /** The currency that it says its amounts are in, null for dollars. */
  currency: () => string | null
  /** What its own nouns for loans stand for. */
  nouns: () => ReadonlyMap<string, string>
  /** Does a table of the pool before this one come to as many loans of this balance, in cents? */
  isTotalOfPool: (loans: number, balance: number) => boolean
  /** The words over the table, the nearest first. */
  above: () => Iterable<string>
}

/** What the lines of a filing tell of its tables. */
export function documentFacts(lines: readonly string[]): DocumentFacts {
  let nouns: ReadonlyMap<string, string> | undefined
  let currency: string | null | undefined
  return {
    subject: documentSubject(lines),
    currency: () => {
      if (currency === undefined) currency = findCurrency(lines)
      return currency
    },
    nouns: () => {
      nouns ??= findDefinedNouns(lines)
      return nouns
    },
    isTotalOfPool: () => false,
    above: () => [],
  }
}

/** Lines in which it says in which currency its amounts are; that later ones are not looked at saves time. */
const CURRENCY_LINES = 2000

function findCurrency(lines: readonly string[]): string | null {
  for (const line of lines.slice(0, CURRENCY_LINES)) {
    const currency = currencyInProse(line)
    if (currency !== null) return currency
  }
  return null
}

/** What is told of securitised pools alone. */
const SECURITISED =
  /\b(?:pass-? ?through certificates?|asset[- ]backed (?:notes?|certificates?)|(?:mortgage|contract|receivables?|statistical) pools?|pool of (?:mortgage |home |auto |student )?(?:loans|contracts|receivables|leases)|pooling and servicing agreements?|cut-? ?off date|loan groups?|issuing entity|trust fund|certificate-?holders|note-?holders)\b/i
/** What only a company with owners, customers and earnings tells. */
const COMPANY =
  /\b(?:(?:stock|share)holders|our (?:common stock|shares|customers|tenants|branches|business|operations|revenues?|employees|(?:revolving )?credit facility)|(?:earnings|income|loss|dividends?|book value) (?:declared )?(?:per|a) (?:common |diluted )?share|dividends? (?:declared|paid)|(?:total |average )?deposits (?:were|rose|fell|grew|increased|decreased)|net interest (?:income|margin)|net sales|premiums (?:earned|written)|policyholders?|gains? on sales?|reinsurance|(?:new )?insurance (?:written|in force)|(?:guaranty )?book of business|bancorp|bancshares|bankshares|(?:and|&) subsidiaries|quarter (?:earnings|results)|return on (?:average )?(?:equity|assets)|(?:at|as of) (?:fiscal )?year[- ]end)\b/i
/** The reports that companies file each year and quarter; trusts do too, without a word of shares. */
const PERIODIC = /\bform 10-[kq]\b|<type>10-[kq]|\b(?:annual|quarterly) report pursuant to section/i

/** What only a fund tells, and a plan in which employees save. */
const FUND =
  /\b(?:net asset value|(?:portfolio|schedule) of investments|(?:bond|income|mutual|municipal|government|securities|index) fund\b|the fund['’]?s? (?:invests?|holds?|seeks?|portfolio))/i
const PLAN =
  /\b401\(k\)|\b(?:loans|notes receivable) (?:to|from) (?:plan )?participants\b|\bparticipants?['’]? loans?\b|\bemployees?['’]? (?:(?:retirement|savings|thrift|pension) )+plan\b|\bnet assets available for benefits\b/i

/** What stands in almost every paper of a pool, and seldom in others. */
const OF_A_DEAL =
  /\b(?:certificates?(?! (?:in force|of deposit))|pools?(?! (?:insurance|polic))|trust,? (?:series )?(?:19|20)\d\d|the trust\b|(?:owner|master|grantor) trust(?! company)|series (?:19|20)\d\d|collateral|term sheet|computational materials|pass-? ?through|depositor|issuers?|prospectus|(?:loan )?group (?:[ivx]+|\d)\b|(?:19|20)\d\d-(?!(?:19|20)\d\d)[a-z]{0,4}\d{1,2}\b|securities (?:inc|corp|llc)|securiti[sz]\w+|asset[- ]backed|tranches?|free writing|form (?:424b\d?|fwp)|<type>(?:424b\d?|fwp))\b/i
/** Somebody who lends, holds, insures or serves, in words of a text rather than of a table. */
const SOMEBODYS =
  /\b(?:we|our|its|banks?|company|corporation|corp|insurance|insurer|savings|credit union|association|authority|agency|department|receiver|borrowers|members?|customers|managed|life|society|group|partnership|subsidiar(?:y|ies)|invests?|investors|inc|llc|fund|agencies|mac|mae|earnings|motor credit)\b/i

const FORM = String.raw`(?:<type>|conformed submission type:|form)\s{0,8}`

/** > <td>Alder Bank</td>          Alder Bank          600   $60,000,000 */
const OF_A_TABLE = /<t[dh]\b|\d ?%?$/i
/** Words that sentences have and titles, headers and labels have not: `Mortgage Insurance` tells of nobody. */
const OF_A_SENTENCE =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|may|can|must|shall|following|follows|sets? forth|shows?|summari[sz]es?|presents?|lists?|made|makes?|held|holds|lends|owns?|insures|serves|invests)\b/i

/** What reports that tell of no pool are called, whatever else they speak of: on a line of its own. */
const forms: readonly [OtherReport, RegExp][] = (
  [
    [
      'review',
      `${FORM}(?:abs-?15g(?:/a)?|abs due diligence-15e)|(?:third[- ]party )?due diligence (?:report|results|review)`,
    ],
    ['plan', `${FORM}11-k(?:/a)?`],
    ['fund', `${FORM}n-(?:csrs?|q|30d|port)(?:/a)?`],
  ] as const
).map(([report, line]) => [report, new RegExp(String.raw`(?:^|>)\W{0,40}(?:${line})\s{0,40}(?:\(|<|$)`, 'i')])

/**
 * Tells, once asked, what the filing is about. Some forms are of no pool. A report of a quarter or a year is a company's
 * where it speaks of its equity, customers or earnings; any other filing where it does so and never of a securitised pool,
 * as for funds and plans.
 */
export function documentSubject(lines: readonly string[]): () => DocumentSubject {
  let known: DocumentSubject | undefined
  return () => {
    known ??= tell(lines)
    return known
  }
}

/** What names any of the forms above, of companies or of others. Saves time: hardly a line does. */
const MAY_NAME_FORM = /10-[kq]|report pursuant|15[ge]|due diligence|11-k|n-(?:csr|q|30d|port)/i

function tell(lines: readonly string[]): DocumentSubject {
  if (lines.length === 0) return 'pool'
  const says = (words: RegExp) => lines.some(line => words.test(line))
  const naming = lines.filter(line => MAY_NAME_FORM.test(line))
  const filed = forms.find(([, form]) => naming.some(line => form.test(line)))
  if (filed !== undefined) return filed[0]
  if (says(SECURITISED)) return naming.some(line => PERIODIC.test(line)) && says(COMPANY) ? 'company' : 'pool'
  if (says(COMPANY)) return 'company'
  if (says(FUND)) return 'fund'
  if (says(PLAN)) return 'plan'
  if (says(OF_A_DEAL)) return 'unknown'
  return lines.some(line => SOMEBODYS.test(line) && OF_A_SENTENCE.test(line) && !OF_A_TABLE.test(line))
    ? 'company'
    : 'unknown'
}
