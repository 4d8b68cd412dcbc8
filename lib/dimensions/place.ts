import type { Dimension } from './dimension.ts'

/** County, city or metropolitan area of the property. Ahead of the state: many counties are called as states are. */
export const place = {
  id: 'place',
  name: 'County or city',
  longName: 'County, city or metropolitan area of the property',
  unit: 'text',
  buckets: 'category',
  family: 'place',
  titles: [
    /\b(?:by|largest|top(?: \w+)?) (?:property )?(?:county|counties|city|cities)\b/i,
    /^(?:mortgaged )?(?:property )?(?:county|counties|city|cities)(?: name)?s?$/i,
    /\bcounties\b/i,
    /\bmsas?\b|\bmetropolitan (?:statistical )?areas?\b/i,
  ],
  unless: /\bstates? (?:and|or|\/|&) (?:county|counties|city|cities)\b/i,
  rowsMayBeStates: true,
  anyBusiness: true,
} as const satisfies Dimension
