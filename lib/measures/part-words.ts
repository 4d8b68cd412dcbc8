import type { Measure } from './measure.ts'

const AVERAGED = /\b(?:average|avg|mean|weighted|wtd|w\.? ?a)\b/i
const PERCENT = /%|\bpercent|\bpct\b/i

/** > % LTV > 80     Loans over 80% LTV     DTI of 45 or more     90+ Days */
const BOUND =
  /(?:[<>≤≥]=? ?|\b(?:over|above|below|under|exceed(?:s|ing)?|(?:greater|less|more|higher|lower|fewer) than|at (?:least|most)|up to) )(?:or equal to )?\$?\d|\d%? ?(?:\+(?!\/)|(?:and|or|&) (?:above|below|over|under|more|less|higher|lower|greater|fewer|up)\b)/i
/** > % Not Full Doc     Non-IO (%)     % Without MI     % Other than Primary */
const NEGATION =
  /\bno(?!\. )\b|\bnot\b|\bnon\b|\bnone\b|\bwithout\b|\bw\/o\b|\b(?:less|other) than\b|\bexcl(?:\.|ud\w+)|\bex-/i
/** > % Owner Occupied or Second Home     % Full Doc and Owner Occupied */
const JOINED = /\b(?:or|and|plus)\b|&|\+/i
/** > Loans with MI     Balance of loans that are current     Receivables in foreclosure */
const OF_SOME = /\b(?:with|w\/|having|that (?:is|are|have)|which (?:is|are|have))(?!\w)|\bin foreclosure\b/i
/** > Percent of Loans by LTV     Number of Loans over the conforming limit     but: Number of Months to Maturity */
const SUMS_UP =
  /^(?:%|percent(?:age)?|pct\.?) (?:of|with|w\/)|^(?:number\b|no\.|no\b(?!\.)|#|count\b)(?! (?:of )?(?:months?|mos\.?|years?)\b)|^(?:mortgage )?loans with\b/i

/**
 * Does a header that holds a measure's words speak of other figures: of the row's loans beyond a bound, of those that a quality
 * does not hold for, or that several do, or of a share or a number where the measure is an average?
 *
 * > % LTV > 80        no average ratio: the share of loans beyond 80
 *   % Not Full Doc    no share with full documentation
 *   Loans with MI     no number of all loans
 */
export function speaksOfPart(header: string, measure: Measure): boolean {
  if (measure.shareOfRow === true) return isOtherShare(header)
  if (AVERAGED.test(header)) return false
  if (BOUND.test(header)) return true
  return measure.additive ? OF_SOME.test(header) : SUMS_UP.test(header)
}

function isOtherShare(header: string): boolean {
  return (
    BOUND.test(header) ||
    NEGATION.test(header) ||
    JOINED.test(header) ||
    (!PERCENT.test(header) && /\bnumber\b|\bcount\b|\bno\b|#/i.test(header))
  )
}
