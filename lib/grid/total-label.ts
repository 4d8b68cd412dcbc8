const TOTAL =
  /^(?:grand |sub-?|pool |aggregate |overall )?totals?\b(?! (?:debt|loan-to))|^(?:totals?|weighted averages?)\s*[/:]|^(?:weighted averages?|averages?)$|^aggregate$|^(?:all|entire|whole|aggregate|overall|combined)(?: (?:of the|the|statistical|mortgage|home equity|loan)){0,2} (?:pool|loans|mortgages|receivables|contracts|leases|collateral|portfolio)(?: \(?(?:total|aggregate)\)?)?\s*:?$/i

/**
 * Does the label name a total row? `Total`, `TOTAL POOL`, `Totals:`, `Total/Weighted Average`, `All Mortgage Loans`, `Entire Pool`.
 */
export function isTotalLabel(label: string): boolean {
  const last = label.charCodeAt(label.length - 1) | 32
  // Cheap: most labels end in other letters.
  if ((last === 108 || last === 115 || last === 58) && ENDS_IN_TOTAL.test(label)) return true
  const first = label.charCodeAt(0) | 32
  // Cheap: t, g, s, p, a, o, w, e and c are the only letters such labels begin with.
  if (
    first !== 116 &&
    first !== 103 &&
    first !== 115 &&
    first !== 112 &&
    first !== 97 &&
    first !== 111 &&
    first !== 119 &&
    first !== 101 &&
    first !== 99
  )
    return false
  return TOTAL.test(label)
}

/** `Fixed Rate Total`, `Group I Totals:` */
const ENDS_IN_TOTAL = /[a-z0-9)] (?:sub-?)?totals?:?$/i
const TOTAL_OF = /^(?:sub-?)?totals?(?: of| for)?\b[\s:–—-]*/i

/** Does a total name the heading of its group, and so come to that alone? `Total Purchase Loans` under `Purchase:` */
export function isTotalOf(label: string, heading: string): boolean {
  const [own, whole] = [
    label.replace(TOTAL_OF, '').replace(ENDS_IN_TOTAL, end => end.charAt(0)),
    heading,
  ].map(text => text.toLowerCase().replace(/[^a-z0-9]/g, ''))
  return !!own && !!whole && own.length < label.length && (own.startsWith(whole) || whole.startsWith(own))
}

const CARRIED =
  /^(?:sub-?totals? |totals? |balances? |amounts? )?(?:carried|brought) (?:forward|over|down)\b/i

/** Is the row the sum so far at the end of a page, or the same at the top of the next? It is no part of the pool. */
export function isCarriedLabel(label: string): boolean {
  return CARRIED.test(label)
}
