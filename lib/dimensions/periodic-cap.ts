import type { Dimension } from './dimension.ts'

/** Largest later change of the rate, in percent points. */
export const periodicCap = {
  id: 'periodic-cap',
  name: 'Periodic cap',
  longName: 'Subsequent periodic rate cap',
  unit: 'percent',
  buckets: 'exact',
  ofAdjustable: true,
  titles: [/\b(?:periodic|subsequent)\b.*\bcaps?\b/i, /\brate caps?\b/i],
  natural: [0, 20],
  averages: [{ measure: 'waPeriodicCapPct' }],
} as const satisfies Dimension
