import type { Dimension } from './dimension.ts'

/** How rents of a commercial property reach the lender. */
export const lockbox = {
  id: 'lockbox',
  name: 'Lockbox',
  longName: 'Lockbox type',
  unit: 'text',
  buckets: 'category',
  rows: /\bspringing\b/i,
  titles: [/\block-?boxe?s?\b/i, /\bcash management (?:types?|arrangements?)\b/i],
} as const satisfies Dimension
