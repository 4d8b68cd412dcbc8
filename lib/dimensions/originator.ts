import type { Dimension } from './dimension.ts'

/** Who made the loans. */
export const originator = {
  id: 'originator',
  name: 'Originator',
  longName: 'Originator',
  unit: 'text',
  buckets: 'category',
  titles: [/\boriginators?\b/i, /\bsellers?\b/i, /\blenders?\b/i],
  rowsMayBeFigures: true,
  anyBusiness: true,
} as const satisfies Dimension
