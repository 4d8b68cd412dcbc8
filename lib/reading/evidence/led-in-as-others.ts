import type { Evidence } from '../decision.ts'
import type { Subject, SubjectFacts } from '../facts.ts'
import { loansSpokenOf } from '../other-loans.ts'

/** The nearest words over the table that say of which loans it is speak of others than those of the pool. */
export const ledInAsOthers: Evidence<Subject, SubjectFacts> = {
  id: 'led-in-as-others',
  judge(subject, { above }) {
    if (subject !== 'pool') return null
    for (const words of above()) {
      const loans = loansSpokenOf(words)
      if (loans === 'pool') return null
      if (loans === 'others')
        return {
          says: 'contradicts',
          why: `“${shorten(words)}” speaks of other loans than those of the pool.`,
        }
    }
    return null
  },
}

const LONGEST = 120

function shorten(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).trimEnd()} …`
}
