import type { Evidence } from '../decision.ts'
import type { Subject, SubjectFacts } from '../facts.ts'

/**
 * The table splits as many loans, of the same balance, as one of the pool before it. Words that say so may stand over that
 * one alone, most of all where tables stand side by side.
 */
export const totalOfPool: Evidence<Subject, SubjectFacts> = {
  id: 'total-of-pool',
  judge: (subject, { isTotalOfPool }) =>
    subject === 'pool' && isTotalOfPool()
      ? { says: 'supports', why: 'Its number and its balance are those of a table of the pool before it.' }
      : null,
}
