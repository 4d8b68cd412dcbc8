import { remember } from '../remember.ts'

const LENT =
  '(?:(?:mortgage|home equity|auto(?:mobile)?|motor vehicle|student|consumer|trust) )*(?:loans?|mortgages|contracts?|receivables?|leases?|accounts?)'
const SOMEBODY = '(?:servicer|seller|sponsor|originator|lender|company|corporation|bank|association|thrift)'

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
    String.raw`\b${LENT} (?:(?:that|which) )?(?:(?:were|was|have been|had been) )?${GONE} (?:from|by|during|in|since)\b`,
    String.raw`\b${SOMEBODY} (?:has )?(?:modified|foreclosed on|liquidated|repurchased) (?:the )?(?:following )?${LENT}\b`,
    String.raw`\b${LENT} (?:held|available) for sale\b`,
    String.raw`\b${LENT} in (?:the process of )?(?:foreclosure|bankruptcy|liquidation)\b`,
    String.raw`\b(?:prior|previous|earlier)(?! (?:to|of)\b) (?:[\w-]+ ){0,2}(?:pools?|securiti[sz]ations?|trusts?|transactions?)\b`,
  ].join('|'),
  'i',
)

/** Before loans that are told to be left out of what is told: the rest is the pool. */
const LEFT_OUT =
  /\b(?:exclud\w+|except(?:ing)?|other than|without|after|not includ\w+|gives? effect|giving effect|reflects?|net of|none of|no)\b/i

/**
 * Everything that somebody services, holds or has lent, of which a pool is at most a part.
 *
 * > As of December 31, 2004 Fernmoor serviced mortgage loans for others in the states below.
 *   The following table sets forth the composition of the Bank's loan portfolio by state
 */
const PORTFOLIO = new RegExp(
  [
    String.raw`\b${SOMEBODY}['’]?s['’]? (?:(?!pools?\b)[\w-]+ ){0,4}(?:portfolio|book)\b`,
    String.raw`\b(?:its|our|their) (?:own )?(?:(?!pools?\b)[\w-]+ ){0,4}(?:portfolio|book)\b`,
    String.raw`\b(?:servicing|serviced|managed|owned) (?:loan )?portfolio\b|\bportfolio of (?:the )?${SOMEBODY}\b`,
    String.raw`\bservic(?:es|ed|ing) (?:[\w-]+ ){0,3}${LENT} for (?:others|third parties|investors|itself)\b`,
    String.raw`\b(?:the |this |that )portfolio, not the\b`,
  ].join('|'),
  'i',
)

/** A section of an offering that tells of those who serve the pool and not of its loans. */
const OF_SOMEBODY = /^the (?:(?:master|primary|sub-?) ?)?(?:servicer|seller|sponsor|originator)s?$/i

const POOL =
  /\b(?:(?:mortgage|loan|contract|receivables?|asset|collateral|lease|statistical|initial|trust) (?:pool|group|fund)s?|cut-? ?off date|issuing entity|statistical calculation date|the trust|trust (?:property|assets?))\b/i
/** > The mortgage loans were selected from the Seller's portfolio. */
const SELECTED =
  /\b(?:selected|chosen|drawn|acquired|purchased|originated|taken) (?:\w+ ){0,3}(?:from|for|by)\b/i

/** Of which loans words speak: of the pool, of others, or they do not say. */
export type LoansSpokenOf = 'pool' | 'others' | null

/** Of which loans a title, a heading or a sentence speaks. */
export const loansSpokenOf = remember((words): LoansSpokenOf => {
  const outside = OUTSIDE.exec(words)
  if (outside !== null && !LEFT_OUT.test(words.slice(0, outside.index))) return 'others'
  if (POOL.test(words)) return 'pool'
  const isPortfolio = PORTFOLIO.test(words) && !SELECTED.test(words)
  return isPortfolio || OF_SOMEBODY.test(words.trim()) ? 'others' : null
})
