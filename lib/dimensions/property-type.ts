import type { Dimension } from './dimension.ts'

/** Kind of building. */
export const propertyType = {
  id: 'property-type',
  name: 'Property type',
  longName: 'Property type',
  unit: 'text',
  buckets: 'category',
  titles: [
    /\btypes? of (?:the )?(?:mortgaged |related )?propert/i,
    /\bpropert(?:y|ies)\b.*\btypes?\b/i,
    /^propert(?:y|ies)$/i,
    /\b(?:dwelling|residence|unit) types?\b/i,
    /\btypes? of dwelling/i,
    /\bmortgaged propert(?:y|ies)\b/i,
  ],
} as const satisfies Dimension
