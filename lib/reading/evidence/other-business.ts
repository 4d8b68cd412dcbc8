import { remember } from '../../remember.ts'
import type { Evidence } from '../decision.ts'
import type { Subject, SubjectFacts } from '../facts.ts'

/**
 * What companies count and owe besides, and what they tell of loans that they keep: a pool that was sold has no allowance,
 * and no commitments to lend more.
 */
const OTHER =
  /\b(?:employees?|workforce|headcount|goodwill|debentures?|notes payable|senior notes|bank (?:loans?|debt)|other debt|(?<!\bratios? of )total debt(?! (?:to|ratio|service))|(?:long|short)-?term debt|indebtedness|notional|(?:insurance|risk|policies|certificates) in force|insurance written|net assets|dollar volume|subject of demand|of (?:the )?sample|fair value|carrying (?:value|amount)|non-? ?accruals?|non-? ?performing|charge-? ?offs?|(?:troubled )?debt restructurings|repurchase demands|loans past due|past due loans|allowances?|commitments|deposits|deliver(?:y|ies)|closings|lease (?:expirations?|rollovers?)|leases expiring|backlog|homes sold|net (?:sales|orders|new orders)|revenues?|segments?|shipments|growth|currency|acquisitions|dispositions|maturities of debt)\b/i

const namesOther = remember(words => OTHER.test(words))

/** The table names what no pool has. */
export const otherBusiness: Evidence<Subject, SubjectFacts> = {
  id: 'other-business',
  judge(subject, { own }) {
    if (subject !== 'pool' || !namesOther(own)) return null
    const word = OTHER.exec(own)?.[0] ?? ''
    return { says: 'contradicts', why: `“${word}” is told of a company, not of a pool of loans.` }
  },
}
