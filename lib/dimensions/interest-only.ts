import type { Dimension } from './dimension.ts'

/** Whether and how long the loan pays interest alone. Ahead of terms, whose words it contains. */
export const interestOnly = {
  id: 'interest-only',
  name: 'Interest only',
  longName: 'Interest-only period',
  unit: 'text',
  buckets: 'category',
  titles: [/\binterest[- ]only\b/i, /\bio (?:term|period|flag|type|loans?)\b/i],
  rows: /\b(?:interest[- ]only|io|non-?io)\b/i,
  rowsMayBeFigures: true,
} as const satisfies Dimension
