import type { Dimension } from './dimension.ts'

/** First or junior claim on the property. */
export const lienPosition = {
  id: 'lien-position',
  name: 'Lien position',
  longName: 'Lien position',
  unit: 'text',
  buckets: 'category',
  titles: [/\bliens?\b/i],
} as const satisfies Dimension
