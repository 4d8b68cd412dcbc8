import type { Dimension } from './dimension.ts'

/** How long prepaying costs the borrower something, in months; rows without a penalty have no range. Ahead of terms, whose words it contains. */
export const prepaymentPenalty = {
  id: 'prepayment-penalty',
  name: 'Prepayment penalty',
  longName: 'Prepayment penalty',
  unit: 'months',
  buckets: 'range',
  titles: [
    /\bprepay(?:ment)? (?:penalt|charge|premium|term|protection|provision|restriction)/i,
    /\bprepay(?:ment)?s?\b.*\b(?:penalt|months|original term)/i,
    /\bpenalty (?:term|period)s?\b/i,
  ],
  landmarks: [12, 24, 36, 60],
} as const satisfies Dimension
