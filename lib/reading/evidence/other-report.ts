import type { Evidence } from '../decision.ts'
import type { OtherReport, Subject, SubjectFacts } from '../facts.ts'

/** A report of a company tells its own book; what it sold into a pool is told in the papers of the pool. */
const WHY: Record<OtherReport, string> = {
  company: 'It stands in a report of a company, which speaks of no securitised pool.',
  fund: 'It stands in a report of a fund, which tells what the fund holds.',
  plan: 'It stands in a report of a plan, which lends to the people who save in it.',
  review: 'It stands in a report on loans that were demanded back or reviewed.',
}

/** The report around the table is of loans that are in no pool, or that were looked at apart from it. */
export const otherReport: Evidence<Subject, SubjectFacts> = {
  id: 'other-report',
  judge(subject, { document }) {
    const about = document()
    if (subject !== 'pool' || about === 'pool' || about === 'unknown') return null
    return { says: 'contradicts', why: WHY[about] }
  },
}
