import type { Dimension } from './dimension.ts'

/** What the loan was for. */
export const purpose = {
  id: 'purpose',
  name: 'Purpose',
  longName: 'Loan purpose',
  unit: 'text',
  buckets: 'category',
  titles: [/\bpurposes?\b/i, /\brefinanc/i],
  rows: /\b(?:purchase|refi(?:nanc\w*)?|cash-? ?out|rate(?:\/| or | and )term|debt consolidation|home improvement)\b/i,
} as const satisfies Dimension
