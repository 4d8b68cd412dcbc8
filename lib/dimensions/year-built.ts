import type { Dimension } from './dimension.ts'

/** When the building was put up, or last renovated. */
export const yearBuilt = {
  id: 'year-built',
  name: 'Year built',
  longName: 'Year in which the property was built or renovated',
  unit: 'years',
  buckets: 'exact',
  titles: [/\byears? (?:of )?(?:built|construct(?:ed|ion)|renovat(?:ed|ion))\b/i, /\byear built\b/i],
  natural: [1600, 2100],
} as const satisfies Dimension
