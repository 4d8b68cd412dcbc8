import { matchMeasure } from '../measures/index.ts'
import { remember } from '../remember.ts'
import type { ReadTable, Refused } from './read-table.ts'

const EXTREMES = /\b(?:min(?:imum)?|max(?:imum)?|average|avg|mean|median|total|range)\b/i
/** Words that only pools of loans are told in. */
const POOL = /\b(?:loans?|mortgages?|coupon|fico|credit scores?|ltv|loan-? ?to-? ?value|wac|wam)\b/i

const namesMeasure = remember(label => matchMeasure(label) !== null)

/**
 * The kind of a table whose rows are measures, not parts of a pool: a profile of one pool, or several side by side;
 * null for all others.
 *
 * >                            2003-A      2003-B             Number of Loans             1,204
 *   Number of Loans             1,204       1,377             Average Balance          $181,204
 *   Weighted Average Coupon    7.812%      7.645%             Credit Score                  631
 *                     comparison                                           profile
 */
export function matchSummary({ grid }: ReadTable): Refused | null {
  const labels = [...grid.rows.flatMap(({ label }) => (label === null ? [] : [label])), ...grid.tail].map(
    ({ text }) => text,
  )
  const measured = labels.filter(namesMeasure)
  if (measured.length < 3 || measured.length * 2 < labels.length) return null
  if (!labels.some(label => POOL.test(label))) return null
  const named = grid.columns.filter(({ header }) => header !== '' && !EXTREMES.test(header))
  if (named.length > 1) return { kind: 'comparison', reason: 'One column per deal.' }
  return { kind: 'profile', reason: 'It sums up the pool and does not break it down.' }
}
