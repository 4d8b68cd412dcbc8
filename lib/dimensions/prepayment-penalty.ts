import type { Dimension } from './dimension.ts'

/** Whether and how long prepaying costs the borrower something. Ahead of terms, whose words it contains. */
export const prepaymentPenalty = {
  id: 'prepayment-penalty',
  name: 'Prepayment penalty',
  longName: 'Prepayment penalty',
  unit: 'text',
  buckets: 'category',
  titles: [
    /\bprepay(?:ment)? (?:penalt|charge|premium|term|protection)/i,
    /\bprepay(?:ment)?s?\b.*\b(?:penalt|months|original term)/i,
    /\bpenalty (?:term|period)s?\b/i,
  ],
} as const satisfies Dimension
