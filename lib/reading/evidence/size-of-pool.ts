import { formatCount } from '../../format/numbers.ts'
import type { Evidence } from '../decision.ts'
import type { ScaleFacts, Scope } from '../facts.ts'

/** Dollars that pools come to: smaller ones print thousands, larger ones none. */
const POOL = { least: 1_000_000, most: 20_000_000_000 } as const

/** No pool comes to a trillion dollars, whatever is said of its scale, and where. */
const BEYOND_ALL = 1e12

/** Where no loans are counted, the balance of a pool tells whether words, a sentence near it most of all, are about its scale. */
export const sizeOfPool: Evidence<number, ScaleFacts> = {
  id: 'size-of-pool',
  judge(by, { said, meanLoan, whole = null }) {
    if (meanLoan !== null || whole === null) return null
    const dollars = whole * by
    const [least, most] = isOfAnother(said.scope) ? [POOL.least, POOL.most] : [0, BEYOND_ALL]
    if (dollars >= least && dollars <= most) return null
    return { says: 'contradicts', why: `The pool would come to $${formatCount(Math.round(dollars))}.` }
  },
}

/** May what says so be about other tables? */
function isOfAnother(scope: Scope): boolean {
  return scope === 'prose' || scope === 'standing' || scope === 'other-title'
}
