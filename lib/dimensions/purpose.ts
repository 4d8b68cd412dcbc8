import type { Dimension } from './dimension.ts'

/** What the loan was for. */
export const purpose = {
  id: 'purpose',
  name: 'Purpose',
  longName: 'Loan purpose',
  unit: 'text',
  buckets: 'category',
  titles: [/\bpurposes?\b/i, /\brefinanc/i],
} as const satisfies Dimension
