import type { Dimension } from './dimension.ts'

/** Lowest rate the note allows, in percent points. Ahead of the mortgage rate. */
export const minimumRate = {
  id: 'minimum-rate',
  name: 'Minimum rate',
  longName: 'Minimum mortgage rate',
  unit: 'percent',
  buckets: 'range',
  ofAdjustable: true,
  titles: [/\bmin(?:imum)?\b.*\brates?\b/i, /\b(?:life(?:time)?|rate) floors?\b/i, /\bfloor rates?\b/i],
  natural: [0, 60],
  averages: [{ measure: 'waMinimumRatePct' }],
} as const satisfies Dimension
