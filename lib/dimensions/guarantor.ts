import type { Dimension } from './dimension.ts'

/** Who guarantees the loans. */
export const guarantor = {
  id: 'guarantor',
  name: 'Guarantor',
  longName: 'Guarantee agency',
  unit: 'text',
  buckets: 'category',
  titles: [/\bguarant(?:y|ee) agenc(?:y|ies)\b/i, /\bguarantors?\b/i],
  anyBusiness: true,
} as const satisfies Dimension
