import type { Dimension } from './dimension.ts'

/** Postal code of the property. Ahead of the state: such titles name both. */
export const postalCode = {
  id: 'postal-code',
  name: 'Postal code',
  longName: 'Postal code',
  unit: 'text',
  buckets: 'category',
  titles: [/\b(?:zip|postal)(?: ?codes?)?\b/i],
  rowsMayBeFigures: true,
  anyBusiness: true,
} as const satisfies Dimension
