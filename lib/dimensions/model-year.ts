import type { Dimension } from './dimension.ts'

/** Year of the financed vehicle. */
export const modelYear = {
  id: 'model-year',
  name: 'Model year',
  longName: 'Model year',
  unit: 'years',
  buckets: 'exact',
  titles: [/\bmodel years?\b/i],
} as const satisfies Dimension
