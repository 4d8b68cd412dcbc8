import { formatCount } from '../../format/numbers.ts'
import type { Evidence } from '../decision.ts'
import type { ScaleFacts } from '../facts.ts'
import { isSameWhole } from './same-whole.ts'

/** Dollars a loan, or an account, that no pool comes to on the average: cards owe hundreds, offices tens of millions. */
const MEAN_LOAN = { least: 20, most: 100_000_000 } as const
/** Below this many dollars a loan as printed, a heading that stands over later tables still holds for one. */
const TINY_LOAN = 5_000

/** Below this many dollars a loan as printed, words that tell a scale are about the table, whatever scale they tell. */
const TOO_SMALL_UNSCALED = 1_000

/** The average loan must be of a size that loans have; where words tell a scale, smaller loans speak for one. */
export const sizeOfLoan: Evidence<number, ScaleFacts> = {
  id: 'size-of-loan',
  judge(by, facts) {
    const { said, meanLoan } = facts
    const isOfEarlier = said.scope === 'standing' || said.scope === 'other-title'
    if (isOfEarlier && isSameWhole(facts)) return null
    if (meanLoan === null) {
      const isAsPrinted = by === 1
      return isOfEarlier && !isAsPrinted
        ? {
            says: 'contradicts',
            why: 'It prints no number of loans that would confirm a heading of another table.',
          }
        : null
    }
    const isTooLarge = isOfEarlier && by !== 1 && meanLoan >= TINY_LOAN
    if (isTooLarge || (said.scope === 'standing' && by === 1 && meanLoan < TINY_LOAN))
      return { says: 'contradicts', why: `A loan would come to $${formatCount(Math.round(by * meanLoan))}.` }
    const mean = meanLoan * by
    const least = by !== 1 ? MEAN_LOAN.least : said.scope === 'prose' ? TINY_LOAN : TOO_SMALL_UNSCALED
    if (mean >= least && mean <= MEAN_LOAN.most) return null
    return {
      says: 'contradicts',
      why: `A loan would come to $${formatCount(Math.round(mean))} on the average.`,
    }
  },
}
