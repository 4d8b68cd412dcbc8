import type { Dimension } from './dimension.ts'

/** Largest change of the rate over the life of the loan, in percent points. */
export const lifetimeCap = {
  id: 'lifetime-cap',
  name: 'Lifetime cap',
  longName: 'Lifetime rate cap',
  unit: 'percent',
  buckets: 'exact',
  ofAdjustable: true,
  titles: [/\blife(?:time)?\b.*\bcaps?\b/i],
  natural: [0, 30],
  averages: [{ measure: 'waLifetimeCapPct' }],
} as const satisfies Dimension
