import { remember } from '../../remember.ts'
import type { Evidence } from '../decision.ts'
import type { Subject, SubjectFacts } from '../facts.ts'

/** What is told of pools, and of nothing else. */
const POOL =
  /\b(?:(?:mortgage|loan|receivables|equipment|lease|equity|auto(?:mobile)?|contract) (?:\w+ ){0,2}trust,? (?:series )?(?:19|20)\d\d-|mortgage loans?|home equity loans?|he?locs?|hels?|pools?|number of mortgages|mortgagors?|obligors?|cut-? ?off date|statistical calculation date|trust portfolio|aggregate (?:\w+ )?(?:principal|(?:receivables?|contracts?|loans?|leases?|mortgages?|notes?|collateral|pool) balances?)|(?:scheduled|unpaid|stated) principal balances?|securiti[sz]ation value|fico|credit scores?|c?ltv|loan-? ?to-? ?value)\b/i
/** What pools are made of. Companies have loans, contracts and leases too. */
const LENT =
  /\b(?:loans?|mortgages?|mortgaged|receivables?|contracts?|leases?|accounts?|assets?|collateral)\b/i
/** What is left to be paid of it. */
const OWED = /\b(?:principal|balances?|scheduled|unpaid|outstanding|coupons?)\b/i

/** What a debtor owes; companies call their own debt so too, but do not split it as pools are split. */
const PRINCIPAL = /\bprincipal\b/i

/** Parts of a pool, which companies split otherwise: > Group 1 %     Fixed Rate */
const PART =
  /\b(?:group|pool) (?:[IVX]{1,4}|\d{1,2}|[A-H])(?!\w)|\b(?:fixed|adjustable|variable)[- ]rate\b|\b(?:first|second|junior) liens?\b/i

const namesPool = remember(words => POOL.test(words))
const namesLent = remember(words => LENT.test(words))
const namesOwed = remember(words => OWED.test(words))
const namesPart = remember(words => PART.test(words))
const namesPrincipal = remember(words => PRINCIPAL.test(words))

/**
 * The title or a header of the table names a pool, or two of three: what is lent, principal, a split that the registry
 * knows. Beside such a split, a balance is enough of what is owed.
 */
export const namesPoolItself: Evidence<Subject, SubjectFacts> = {
  id: 'names-pool-itself',
  judge(subject, { own, dimension }) {
    if (subject !== 'pool') return null
    const isSplit = dimension !== null
    const tells =
      namesPool(own) ||
      (namesPrincipal(own) && (isSplit || namesLent(own))) ||
      (isSplit && namesLent(own) && namesOwed(own))
    return tells
      ? {
          says: 'supports',
          why: 'Its title or headers speak of a pool of loans, receivables, contracts or leases.',
        }
      : null
  },
}

/** What the rows are split by is told of loans alone: margins, liens, penalties of prepayment. */
export const splitsLoansAlone: Evidence<Subject, SubjectFacts> = {
  id: 'splits-loans-alone',
  judge: (subject, { dimension }) =>
    subject === 'pool' && dimension !== null && dimension.anyBusiness !== true
      ? { says: 'supports', why: `“${dimension.name}” is told of loans alone.` }
      : null,
}

/** The table tells loans, balances or a loan group, and lines above it, or its document, that they are of a pool. */
export const namesPoolBeside: Evidence<Subject, SubjectFacts> = {
  id: 'names-pool-beside',
  judge: (subject, { own, headings, document }) =>
    subject === 'pool' &&
    (namesLent(own) || namesOwed(own) || namesPart(own)) &&
    (document() === 'pool' || namesPool(headings))
      ? {
          says: 'supports',
          why: 'It gives loans, balances or a loan group, and its document speaks of a pool.',
        }
      : null,
}
