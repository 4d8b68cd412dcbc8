import type { Dimension } from './dimension.ts'

/** Whether the borrower owns the land or leases it. */
export const ownershipInterest = {
  id: 'ownership-interest',
  name: 'Ownership',
  longName: 'Ownership interest',
  unit: 'text',
  buckets: 'category',
  rows: /\b(?:fee simple|lease-?hold)\b/i,
  anyBusiness: true,
  titles: [
    /\bownership interests?\b/i,
    /\binterests? (?:in (?:the )?(?:mortgaged )?propert|encumbered)/i,
    /\bfee simple\b.*\blease/i,
  ],
} as const satisfies Dimension
