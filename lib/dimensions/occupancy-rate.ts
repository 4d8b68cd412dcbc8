import type { Dimension } from './dimension.ts'

/** Let part of a commercial property, in percent. Its words hold those of who lives in a home. */
export const occupancyRate = {
  id: 'occupancy-rate',
  name: 'Occupancy rate',
  longName: 'Occupancy rate of the mortgaged property',
  unit: 'percent',
  buckets: 'range',
  ends: { least: 0, most: 100 },
  anyBusiness: true,
  titles: [/\boccupancy (?:rate|percent(?:age)?|level)s?\b/i, /\bpercent(?:age)? (?:leased|occupied)\b/i],
  natural: [1, 100],
  averages: [{ measure: 'waOccupancyPct' }],
} as const satisfies Dimension
