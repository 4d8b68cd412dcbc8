import { formatCount } from '../../format/numbers.ts'
import type { Evidence } from '../decision.ts'
import type { ScaleFacts } from '../scale.ts'

/** Dollars that pools come to: smaller ones print thousands, larger ones none. */
const POOL = { least: 1_000_000, most: 20_000_000_000 } as const

/** Where no loans are counted, the balance of a pool tells whether a sentence near it is about its scale. */
export const sizeOfPool: Evidence<number, ScaleFacts> = {
  id: 'size-of-pool',
  judge(by, { said, meanLoan, whole = null }) {
    if (said.scope !== 'prose' || meanLoan !== null || whole === null) return null
    const dollars = whole * by
    if (dollars >= POOL.least && dollars <= POOL.most) return null
    return { says: 'contradicts', why: `The pool would come to $${formatCount(Math.round(dollars))}.` }
  },
}
