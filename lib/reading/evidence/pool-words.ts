import { remember } from '../../remember.ts'
import type { Evidence } from '../decision.ts'
import type { Subject, SubjectFacts } from '../subject.ts'

/** What pools are made of, and what is told of nothing else. */
const POOL =
  /\b(?:loans?|mortgages?|mortgaged|mortgagors?|receivables?|contracts?|leases?|he?locs?|hels?|pools?|collateral|obligors?|fico|c?ltv|loan-? ?to-? ?value|credit scores?|cut-? ?off date|statistical calculation date|trust portfolio|(?:principal|scheduled|unpaid) balances?)\b/i
/** What pools are told in, and other things too. */
const MONEY_OWED = /\b(?:principal|balances?|outstanding|accounts?|assets?|coupons?|notes?)\b/i

const namesPool = remember(words => POOL.test(words))
const namesMoneyOwed = remember(words => MONEY_OWED.test(words))

/** The title or a header of the table names loans, or what only pools of loans are told in. */
export const namesPoolItself: Evidence<Subject, SubjectFacts> = {
  id: 'names-pool-itself',
  judge: (subject, { own }) =>
    subject === 'pool' && namesPool(own)
      ? { says: 'supports', why: 'Its title or headers speak of loans, receivables, contracts or leases.' }
      : null,
}

/** What the rows are split by is told of loans alone: margins, liens, penalties of prepayment. */
export const splitsLoansAlone: Evidence<Subject, SubjectFacts> = {
  id: 'splits-loans-alone',
  judge: (subject, { dimension }) =>
    subject === 'pool' && dimension !== null && dimension.anyBusiness !== true
      ? { says: 'supports', why: `“${dimension.name}” is told of loans alone.` }
      : null,
}

/** The table tells balances, and lines above it, or its document, that they are of a pool. */
export const namesPoolBeside: Evidence<Subject, SubjectFacts> = {
  id: 'names-pool-beside',
  judge: (subject, { own, headings, documentIsOfPool }) =>
    subject === 'pool' && namesMoneyOwed(own) && (namesPool(headings) || documentIsOfPool())
      ? { says: 'supports', why: 'It tells balances, and its document speaks of a pool.' }
      : null,
}
