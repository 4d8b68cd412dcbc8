import { type Decision, decide } from './decision.ts'
import { ledInAsOthers } from './evidence/led-in-as-others.ts'
import { otherBusiness } from './evidence/other-business.ts'
import { otherReport } from './evidence/other-report.ts'
import { namesPoolBeside, namesPoolItself, splitsLoansAlone } from './evidence/pool-words.ts'
import { totalOfPool } from './evidence/total-of-pool.ts'
import { wholePortfolio } from './evidence/whole-portfolio.ts'
import type { Subject, SubjectFacts } from './facts.ts'

/** All that can tell a pool of loans from the tables of any other business. */
const subjectEvidence = [
  namesPoolItself,
  namesPoolBeside,
  splitsLoansAlone,
  totalOfPool,
  otherBusiness,
  otherReport,
  wholePortfolio,
  ledInAsOthers,
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
