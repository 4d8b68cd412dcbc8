import type { Dimension } from './dimension.ts'

/** The junior lien in percent of all liens on the property. */
export const juniorRatio = {
  id: 'junior-ratio',
  name: 'Junior ratio',
  longName: 'Junior mortgage ratio',
  unit: 'percent',
  buckets: 'range',
  ends: { least: 0 },
  titles: [/\b(?:junior|second|subordinate) (?:mortgage |lien |loan )?ratios?\b/i],
  natural: [0, 100],
  averages: [{ measure: 'waJuniorRatioPct' }],
} as const satisfies Dimension
