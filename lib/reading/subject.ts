import type { Dimension } from '../dimensions/index.ts'
import { type Decision, decide } from './decision.ts'
import { companyDocument } from './evidence/company-document.ts'
import { otherBusiness } from './evidence/other-business.ts'
import { namesPoolBeside, namesPoolItself, splitsLoansAlone } from './evidence/pool-words.ts'
import { totalOfPool } from './evidence/total-of-pool.ts'
import { wholePortfolio } from './evidence/whole-portfolio.ts'

/** What a table is about: the loans of a pool, or anything else. */
export type Subject = 'pool' | 'other'

/** What a filing is about, as far as its lines tell: a securitised pool, a company of any business, or nobody knows. */
export type DocumentSubject = 'pool' | 'company' | 'unknown'

/** The words of a table: its own, those of the lines above it, and what its document is about. */
export type SubjectFacts = {
  /** Title, header over the labels and headers of the columns. */
  own: string
  headings: string
  /** What the rows split by, where that is known. */
  dimension: Dimension | null
  document: () => DocumentSubject
  /** Does it come to the number of loans and the balance of a table of the pool before it? */
  isTotalOfPool: () => boolean
}

/** All that can tell a pool of loans from the tables of any other business. */
export const subjectEvidence = [
  namesPoolItself,
  namesPoolBeside,
  splitsLoansAlone,
  totalOfPool,
  otherBusiness,
  companyDocument,
  wholePortfolio,
] as const

/**
 * Is the table one of a pool of loans, receivables, contracts or leases?
 *
 * > State         Percentage of Closings      nothing speaks of loans: closings may be of houses
 *   Texas                            41%
 *
 * Shares, sums and totals look alike in any business, so something around the table must name what they are of.
 */
export function decideSubject(facts: SubjectFacts): Decision<Subject> {
  const candidates = [
    { value: 'pool' as Subject, by: 'It adds up as tables of pools do' },
    { value: 'other' as Subject, by: 'Companies print such tables too' },
  ]
  return decide('subject', candidates, subjectEvidence, facts)
}
