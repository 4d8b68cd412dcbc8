import { remember } from '../../remember.ts'
import type { Evidence } from '../decision.ts'
import type { Subject, SubjectFacts } from '../facts.ts'

/** Everything that somebody services, owns or lent in some time, of which a pool is at most a part. */
const LENT = '(?:loans?|mortgages?|contracts?|receivables?|leases?|accounts?)'
const DONE = '(?:originated|serviced|produced|funded|sold|repurchased|securitized)'

const PORTFOLIO = new RegExp(
  [
    String.raw`\b(?:servic(?:ing|ed)|managed|total|company(?:['’]s)?|owned) portfolio\b`,
    String.raw`\bportfolio of (?:the )?(?:servicer|seller|company|bank)\b`,
    String.raw`\bpercent(?:age)? of (?:total )?(?:servicing )?portfolio\b`,
    String.raw`\b${LENT} (?:production(?! (?:offices?|channels?))|originations|volume)\b|\b(?<!(?:years?|months?|dates?) of )originations\b`,
    String.raw`\bproduction (?:of|by) (?:the )?(?:seller|company|bank|originator)\b`,
    String.raw`\b${LENT} ${DONE} (?:by|during|for|in|and)\b|\b(?:total|all) (?:\w+ ){0,2}${LENT} ${DONE}\b`,
    String.raw`\b(?:amount|balance|volume) (?:serviced|funded|originated)\b|\b(?:loans|contracts) funded\b`,
    String.raw`\b(?:prior|previous|earlier) (?:\w+ ){0,2}(?:pools|securiti[sz]ations|trusts)\b`,
  ].join('|'),
  'i',
)

const namesPortfolio = remember(words => PORTFOLIO.test(words))

/** The table names a whole portfolio, or a time's lending. */
export const wholePortfolio: Evidence<Subject, SubjectFacts> = {
  id: 'whole-portfolio',
  judge: (subject, { own }) =>
    subject === 'pool' && namesPortfolio(own)
      ? { says: 'contradicts', why: 'It covers all that somebody services or lends, not the pool.' }
      : null,
}
