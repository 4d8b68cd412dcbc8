import type { Dimension } from './dimension.ts'

/** Whether a second loan was made on the property at the same time. */
export const simultaneousSecond = {
  id: 'simultaneous-second',
  name: 'Simultaneous second',
  longName: 'Simultaneous second lien',
  unit: 'text',
  buckets: 'category',
  titles: [/\bsimultaneous(?:ly)?\b/i, /\bsilent seconds?\b/i, /\bpiggy-?backs?\b/i],
  unless: /\bcombined\b|\bc?ltvs?\b|\bloan-? ?to/i,
} as const satisfies Dimension
