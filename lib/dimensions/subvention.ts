import type { Dimension } from './dimension.ts'

/** Whether the maker pays for part of the rate. */
export const subvention = {
  id: 'subvention',
  name: 'Subvention',
  longName: 'Rate subvention',
  unit: 'text',
  buckets: 'category',
  anyBusiness: true,
  titles: [/\bsubvent(?:ion|ed)\b/i, /\bsubvened\b/i],
} as const satisfies Dimension
