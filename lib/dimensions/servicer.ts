import type { Dimension } from './dimension.ts'

/** Who collects the payments. */
export const servicer = {
  id: 'servicer',
  name: 'Servicer',
  longName: 'Servicer',
  unit: 'text',
  buckets: 'category',
  titles: [/\b(?:sub-?)?servicers?\b/i],
  anyBusiness: true,
} as const satisfies Dimension
