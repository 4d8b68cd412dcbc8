import type { Dimension } from './dimension.ts'

/** Who lives in the property. */
export const occupancy = {
  id: 'occupancy',
  name: 'Occupancy',
  longName: 'Occupancy',
  unit: 'text',
  buckets: 'category',
  titles: [/\boccupanc(?:y|ies)\b/i, /\boccupied\b/i, /\bowner status\b/i],
  unless: /\baverage\b/i,
  rows: /\b(?:primary|owner|non-?owner|second(?:ary)? (?:home|residence)|vacation|invest(?:or|ment)s?)\b/i,
} as const satisfies Dimension
