import type { Dimension } from './dimension.ts'

/** Highest rate the note allows, in percent points. Ahead of the mortgage rate. */
export const maximumRate = {
  id: 'maximum-rate',
  name: 'Maximum rate',
  longName: 'Maximum mortgage rate',
  unit: 'percent',
  buckets: 'range',
  ofAdjustable: true,
  titles: [/\bmax(?:imum)?\b.*\brates?\b/i, /\b(?:life(?:time)?|rate) ceilings?\b/i, /\bceiling rates?\b/i],
  natural: [0, 60],
  averages: [{ measure: 'waMaximumRatePct' }],
} as const satisfies Dimension
