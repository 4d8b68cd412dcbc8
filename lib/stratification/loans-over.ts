import { remember } from '../remember.ts'
import { nameIn } from './across-columns.ts'
import { sayGroup, sayNumbered } from './say-group.ts'

/** Words of a header that tell what share of a sum it is, and not of which loans. */
const OF_SHARES =
  /%|\b(?:percent(?:age)?s?|pct)\b\.?|\b(?:(?:aggregate|total|outstanding|current|unpaid|scheduled|stated|initial|cut-?off date) )*(?:principal )?(?:balances?|upb)\b|\b(?:of|in|for|by|the|groups?)\b|[()]/gi
/** > % of Pool */
const POOL = /^(?:(?:mortgage|loan|total|entire|initial|aggregate) )*pool$/i

/**
 * The loans of which a header gives a balance or a share: null for the pool, undefined where it does not say.
 *
 * > Group 1 %     Percent of Loan Group 1     Fixed Rate (%)     First Lien Balance
 *   Total %       Percent of Total Pool
 */
export const loansOver = remember((header): string | null | undefined => {
  const numbered = sayNumbered(header)
  if (numbered !== null) return numbered.group
  const words = header.replace(OF_SHARES, ' ').replace(/\s+/g, ' ').trim()
  if (words === '' || POOL.test(words) || sayGroup(words)?.group === null) return null
  return nameIn(words) ?? (nameIn(`${words} Loans`) ? words : undefined)
})
