import { remember } from '../remember.ts'
import { LENT, SOMEBODY } from './lenders.ts'
import { isWholeBook } from './whole-books.ts'

/** Loans that were in a pool and are no more, or that never came into it. */
const GONE =
  '(?:deleted|removed|withdrawn|rejected|replaced|substituted|liquidated|modified|foreclosed|charged[- ]?off|repurchased)'

/**
 * Loans outside the pool, whatever else is said of them.
 *
 * > Deleted Mortgage Loans by State          Loans Held for Sale          Modifications by Original Rate
 *   The Mortgage Loans below were removed from the Mortgage Pool:
 */
const OUTSIDE = new RegExp(
  [
    String.raw`\b(?:${GONE}|replacement|substitute) ${LENT}\b(?! (?:(?:were|are|have been) )?(?:excluded|not included))`,
    String.raw`^(?:loan )?modifications\b(?! (?:status|types?|dates?|history))`,
    String.raw`\b${LENT} (?:(?:that|which) )?(?:(?:were|was|have been|had been) )?${GONE}(?: (?:from|by|during|in|since|due|because|following)\b|$)`,
    String.raw`\b${SOMEBODY} (?:has )?(?:modified|foreclosed on|liquidated|repurchased) (?:the )?(?:following )?${LENT}\b`,
    String.raw`\b${LENT} (?:held|available) for sale\b`,
    String.raw`\b${LENT} in (?:the process of )?(?:foreclosure|bankruptcy|liquidation)\b`,
    String.raw`\b(?:did|does|do|were|are|was|is|will) not (?:be )?include(?:d)? in (?:the|this|any) (?:\w+ )?(?:pool|trust)\b`,
    String.raw`\b(?:hypothetical|assumed|illustrative|comparable) ${LENT}\b|\b${LENT} of other (?:issuers|trusts|sponsors)\b`,
    String.raw`\b(?:prior|previous|earlier)(?! (?:to|of)\b) (?:[\w-]+ ){0,2}(?:pools?|securiti[sz]ations?|trusts?|transactions?)\b`,
  ].join('|'),
  'i',
)

/** Before loans that are told to be left out of what is told: the rest is the pool. */
const LEFT_OUT =
  /\b(?:exclud\w+|except(?:ing)?|other than|without|after|not includ\w+|gives? effect|giving effect|reflects?|net of|none of|no)\b/i

/**
 * Loans of which somebody wants the money back, or of which somebody looked at a part.
 *
 * > Assets that were Subject of Demand          Loans Reviewed, by State          Grades of the Sample
 */
const DEMANDED_OR_REVIEWED = new RegExp(
  [
    String.raw`\b(?:repurchase|replacement) (?:demands?|notices?|requests?|claims?|history|activity)\b|\bsubject (?:of|to) (?:an? )?(?:repurchase )?demands?\b`,
    String.raw`\bdemands? (?:by|received|made|(?:for|to) repurchase|in dispute|pending|withdrawn|rejected)\b`,
    String.raw`\bdue diligence\b|\bsampled?\b(?! pools?\b)|\b(?:${LENT}|files?) (?:were |was )?(?:re-?)?(?:reviewed|underwritten again)\b`,
    String.raw`\b(?:reviewed|examined|audited|tested|graded) (?:(?!the\b)[\w,]+ ){0,3}(?:${LENT}|files)\b`,
    String.raw`\breview(?:ed)? (?:results?|findings?|population|scope|loans)\b|\bresults of (?:the |its |our )?(?:[\w-]+ )?review\b`,
  ].join('|'),
  'i',
)

/** A section of an offering that tells of those who serve the pool and not of its loans. */
const OF_SOMEBODY = /^the (?:(?:master|primary|sub-?) ?)?(?:servicer|seller|sponsor|originator)s?$/i
/** > STATIC POOL INFORMATION */
const EARLIER = /\bstatic pool\b/i

const POOL =
  /\b(?:(?:mortgage|loan|contract|receivables?|asset|collateral|lease|statistical|initial|trust|reference|covered) (?:pool|group|fund)s?|cut-? ?off date|depositor|certificates(?! in force)|issuing entity|statistical calculation date|the trust|trust (?:property|assets?))\b/i
/** Of which loans words speak: of the pool, of others, or they do not say. */
export type LoansSpokenOf = 'pool' | 'others' | null

/** Of which loans a title, a heading or a sentence speaks. */
export const loansSpokenOf = remember((words): LoansSpokenOf => {
  const outside = OUTSIDE.exec(words)
  if (outside !== null && !LEFT_OUT.test(words.slice(0, outside.index))) return 'others'
  if (POOL.test(words)) return 'pool'
  if (DEMANDED_OR_REVIEWED.test(words) || EARLIER.test(words)) return 'others'
  return isWholeBook(words) || OF_SOMEBODY.test(words.trim()) ? 'others' : null
})
