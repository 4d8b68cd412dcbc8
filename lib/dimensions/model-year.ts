import type { Dimension } from './dimension.ts'

/** Year of the financed vehicle. */
export const modelYear = {
  id: 'model-year',
  name: 'Model year',
  longName: 'Model year',
  unit: 'years',
  buckets: 'exact',
  titles: [/\bmodel years?\b/i, /\byears? of manufacture\b/i],
  natural: [1950, 2100],
  anyBusiness: true,
} as const satisfies Dimension
