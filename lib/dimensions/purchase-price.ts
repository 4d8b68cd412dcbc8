import type { Dimension } from './dimension.ts'

/** What was paid for the property, or for what the loan bought, in cents. Ahead of the property's type and the loan's purpose, whose words it contains. */
export const purchasePrice = {
  id: 'purchase-price',
  name: 'Purchase price',
  longName: 'Purchase price of the property',
  unit: 'cents',
  buckets: 'range',
  ends: { least: 0 },
  titles: [/\b(?:purchase|sales?|selling) prices?\b/i, /\bmsrps?\b/i, /\bsuggested retail prices?\b/i],
  anyBusiness: true,
} as const satisfies Dimension
