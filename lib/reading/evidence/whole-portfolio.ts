import { remember } from '../../remember.ts'
import type { Evidence } from '../decision.ts'
import type { Subject, SubjectFacts } from '../subject.ts'

/** Everything that somebody services, owns or lent in some time, of which a pool is at most a part. */
const PORTFOLIO =
  /\b(?:servic(?:ing|ed)|managed|total|company(?:['’]s)?|owned) portfolio\b|\bportfolio of (?:the )?(?:servicer|seller|company|bank)\b|\bpercent(?:age)? of (?:total )?(?:servicing )?portfolio\b|\b(?:loan|mortgage|contract) (?:production|originations|volume)\b|\b(?:production|originations) (?:of|by) (?:the )?(?:seller|company|bank|originator)\b|\bloans (?:originated|serviced|produced|sold|repurchased) (?:by|during|for|in)\b/i

const namesPortfolio = remember(words => PORTFOLIO.test(words))

/** The table names a whole portfolio, or a time's lending. */
export const wholePortfolio: Evidence<Subject, SubjectFacts> = {
  id: 'whole-portfolio',
  judge: (subject, { own }) =>
    subject === 'pool' && namesPortfolio(own)
      ? { says: 'contradicts', why: 'It is of what somebody services or lends in all, not of the pool.' }
      : null,
}
