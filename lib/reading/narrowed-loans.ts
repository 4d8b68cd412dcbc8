import { matchDimensions, readStateCode } from '../dimensions/index.ts'
import { remember } from '../remember.ts'

/** What is lent, or who owes it, and loans that were let in against the rules. */
const NOUN =
  /\b(?:loans?|mortgages|contracts|receivables|leases|accounts|liens|helocs|borrowers|mortgagors|obligors|exceptions)\b/i

/** Between the loans and what they are split by. */
const SPLIT_BEHIND = /,? by (?:the )?|\s*[–—:]\s*|\s+-{1,2}\s+|,\s+/i
const SPLIT_BEFORE = /\b(?:of|for|in|among) (?:(?:the|all|all of the|such) )?/i
/** > Geographic Distribution of Loans by State */
const SPLIT_TWICE =
  /^.*\b(?:distribution|breakdown|summary|composition|characteristics|number|percent(?:age)?) of (?:the )?/i

/** What is said of a part of a pool alone. */
const PART = /\b(?:exceptions?|delinquent|(?:silent|simultaneous) seconds?|piggyback)\b/i
/** What is said of a part of one pool and of all of another. */
const KIND =
  /\b(?:first|second|1st|2nd|junior|senior|subordinate)[- ](?:liens?|mortgages?)\b|\bsubordinate (?:loans?|financing)\b|\bclosed[- ]end seconds?\b|\b(?:fixed|adjustable|variable|hybrid|arms?|(?:closed|open)[- ]end|home equity (?:lines?(?: of credit)?|loans?)|helocs?|jumbo|(?:super-?|non-?)?conforming|fha|va|conventional|(?:un)?insured|seasoned|(?:re-?)?performing|subprime|non-?prime|alt-?a|interest[- ]only|io|stated|full|limited|reduced|alternat(?:e|ive)|no[- ](?:doc\w*|ratio)|investor|investment|non-?owner|owner[- ]occupied|second homes?|cash-?out|refinanced?|balloon|high[- ](?:cost|balance|ltv)|buy-?down|relocation|manufactured|condominium|co-?op(?:erative)?|additional|subsequent|pre-?funded|converted|convertible|\d\d[- ]year)\b/i
const KINDS = new RegExp(KIND, 'gi')
/** > Property Types (Second Lien Only) */
const IN_BRACKETS = /\s*\(([^()]{3,60})\)$/
/** What stands beside the words for a kind, and narrows nothing. */
const BESIDE_KIND =
  /\b(?:the|only|rates?|liens?|doc(?:umentation|s)?\.?|propert(?:y|ies)|mortgages?|loans?|and)\b/gi
/** Behind the loans, words that take some of them. */
const CLAUSE =
  /^ ?(?:with(?:out)?|having|over|under|above|below|exceeding|greater than|less than|more than|at least|secured by|subject to|covered by|not|originated (?:with|under|through)|whose|(?:that|which) (?:have|are|were|do))\b/i
/** > Loans in California */
const IN_PLACE = /^ ?in (?!the |this |each |all )[A-Z]/

/** > (Dollars in Thousands, Accounts in Units) */
const OF_SCALE = /\s*\([^()]*\b(?:thousands|millions|billions|units|000['’]?s)\b[^()]*\)/gi

/** What a lender calls all that it lends: such words tell a part only where another table comes to another total. */
const WHOLE_BUSINESS =
  /^(?:(?:first|1st) mortgages?|subprime|non-?prime|alt-?a|manufactured|jumbo|conventional|(?:re-?)?performing|seasoned|relocation|home equity (?:lines?(?: of credit)?|loans?)|helocs?)$/i

/**
 * A part of a pool that words name; `kind` are the words for it where another pool may be of such loans alone, else null;
 * `isUsual` where pools of such loans alone are as usual as others.
 */
export type NarrowedLoans = { words: string; kind: string | null; isUsual: boolean }

/**
 * The part of the pool that a title names beside what the rows split by, null where it names all loans or does not say.
 *
 * > Exceptions, by FICO                                          Exceptions
 *   Credit Scores of the Second Lien Loans                       Second Lien Loans, a kind
 *   Loans with secondary financing – original LTV                Loans with secondary financing
 *   Original Loan-to-Value Ratios of the Mortgage Loans          null
 */
export const narrowedLoansIn = remember((title): Readonly<NarrowedLoans> | null => {
  for (const words of loansIn(title.replace(OF_SCALE, ''))) {
    const narrowed = narrow(words.trim())
    if (narrowed !== null) return narrowed
  }
  return null
})

/**
 * The same of a heading that names nothing but the loans of the tables below it.
 *
 * > SECOND LIEN MORTGAGE LOANS
 *   Credit Scores
 */
export function narrowedHeading(heading: string): NarrowedLoans | null {
  if (heading.length > LONGEST_HEADING || heading.replace(KINDS, '').replace(BESIDE_KIND, '').trim() !== '')
    return null
  const narrowed = NOUN.test(heading) ? narrow(heading.trim()) : null
  return narrowed?.kind == null ? null : narrowed
}

/** Longer headings are sentences. Saves time: the patterns stay short on any heading. */
const LONGEST_HEADING = 80

/** The words for the loans on either side of what joins them with the split. */
function loansIn(title: string): string[] {
  const behind = SPLIT_BEHIND.exec(title)
  const before = SPLIT_BEFORE.exec(title)
  const parts: string[] = []
  if (behind !== null) {
    const first = title.slice(0, behind.index)
    const second = title.slice(behind.index + behind[0].length)
    if (namesSplit(second)) parts.push(first.replace(SPLIT_TWICE, ''))
    if (namesSplit(first)) parts.push(second)
  }
  const inBrackets = IN_BRACKETS.exec(title)
  if (inBrackets?.[1] !== undefined && namesSplit(title.slice(0, inBrackets.index)))
    if (inBrackets[1].replace(KINDS, '').replace(BESIDE_KIND, '').trim() === '') parts.push(inBrackets[1])
  if (before !== null && namesSplit(title.slice(0, before.index)))
    parts.push(title.slice(before.index + before[0].length))
  const first = loansFirst(title)
  if (first !== null) parts.push(first)
  return parts
}

/** A kind of loans, with a word for what it is a kind of. */
const KIND_FIRST =
  /^(?:(?:first|second|1st|2nd|junior|senior|subordinate)[- ](?:(?:lien )?mortgage loans?|lien loans?|liens?|mortgages?)|subordinate (?:loans?|financing)|closed[- ]end seconds?(?: liens?)?|(?:fixed|adjustable|variable|floating)[- ]rate(?: mortgage)?(?: loans?)?|arms?(?: loans?)?|home equity (?:lines?(?: of credit)?|loans?)|helocs?|open[- ]end (?:loans?|seconds?)|(?:interest[- ]only|balloon|(?:non-?)?conforming|jumbo|investor|cash-?out)(?: mortgage)? loans?|investor propert(?:y|ies)|second homes?|(?:full|limited|reduced|stated|alternative|no)[- ]doc(?:umentation)?(?: loans?)?) +/i

/**
 * The kind of loans that a title begins with, right before what they are split by; null where its words are a part of
 * that, or are of what only such loans have.
 *
 * > Second Lien Property Types          Second Lien
 *   Second Lien Position                null
 *   Adjustable Rate Gross Margins       null: no others have one
 */
function loansFirst(title: string): string | null {
  const [words] = KIND_FIRST.exec(title) ?? []
  if (words === undefined) return null
  const split = matchDimensions(title.slice(words.length))
  const own = matchDimensions(words)
  const isSplit =
    split.length > 0 &&
    matchDimensions(title).every(dimension => split.includes(dimension) || own.includes(dimension))
  return isSplit && !(ADJUSTS.test(words) && split.some(({ ofAdjustable }) => ofAdjustable))
    ? words.trim()
    : null
}

/** Loans whose rate adjusts. */
const ADJUSTS = /^(?:adjustable|variable|floating|arms?\b)/i

function namesSplit(words: string): boolean {
  return matchDimensions(words).length > 0
}

function narrow(words: string): NarrowedLoans | null {
  const noun = NOUN.exec(words)
  const [only] = KIND.exec(words) ?? []
  if (only !== undefined && words.replace(KINDS, '').replace(BESIDE_KIND, '').trim() === '')
    return { words, kind: only, isUsual: WHOLE_BUSINESS.test(only) }
  if (noun === null) return null
  const before = words.slice(0, noun.index)
  const after = words.slice(noun.index + noun[0].length)
  const isPart =
    PART.test(`${before}${noun[0]}`) ||
    readStateCode(before.trim()) !== null ||
    CLAUSE.test(after) ||
    IN_PLACE.test(after)
  if (isPart) return { words, kind: null, isUsual: false }
  const [kind] = KIND.exec(before) ?? []
  return kind === undefined ? null : { words, kind, isUsual: WHOLE_BUSINESS.test(kind) }
}
