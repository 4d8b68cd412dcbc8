import type { Dimension } from './dimension.ts'

/** Months after which the payment of an option loan is made to pay it off. */
export const recastPeriod = {
  id: 'recast-period',
  name: 'Recast period',
  longName: 'Recast period',
  unit: 'months',
  buckets: 'range',
  ofAdjustable: true,
  ends: { least: 0 },
  natural: [0, 240],
  titles: [/\bre-?cast(?:ing)?\b/i],
} as const satisfies Dimension
