import type { Dimension } from './dimension.ts'

/** Largest first change of the rate, in percent points. */
export const initialCap = {
  id: 'initial-cap',
  name: 'Initial cap',
  longName: 'Initial periodic rate cap',
  unit: 'percent',
  buckets: 'exact',
  ofAdjustable: true,
  titles: [/\b(?:initial|first)\b.*\bcaps?\b/i],
  natural: [0, 30],
  averages: [{ measure: 'waInitialCapPct' }],
} as const satisfies Dimension
