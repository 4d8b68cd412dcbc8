import type { Evidence } from '../decision.ts'
import type { Subject, SubjectFacts } from '../facts.ts'

/** A report of a company tells its own book; what it sold into a pool is told in the papers of the pool. */
export const companyDocument: Evidence<Subject, SubjectFacts> = {
  id: 'company-document',
  judge: (subject, { document }) =>
    subject === 'pool' && document() === 'company'
      ? {
          says: 'contradicts',
          why: 'It stands in a report of a company, which speaks of no securitised pool.',
        }
      : null,
}
