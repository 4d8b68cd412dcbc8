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
    /\b(?:types?|sizes?) of (?:the )?(?:manufactured )?homes?\b/i,
    /\bmanufactured (?:home|housing) (?:type|size)s?\b/i,
    /\bsingle[- ](?:section|wide)s?\b.*\b(?:multi|double)/i,
    /^propert(?:y|ies)$/i,
    /\b(?:dwelling|residence|unit) types?\b/i,
    /\btypes? of dwelling/i,
    /\bmortgaged propert(?:y|ies)\b/i,
    /\bcollateral types?\b/i,
  ],
  unless: /\b(?:ownership|interests? in)\b/i,
  rows: /\b(?:single[- ]family|sf[rd]|pud|planned unit|condo(?:minium)?s?|town ?(?:house|home)s?|(?:2|two)(?: |-| ?to ?|-to-)(?:4|four)|duplex|triplex|fourplex|manufactured|modular|mobile home|co-?op(?:erative)?s?|multi-?family|apartments?|office|retail|warehouse|industrial|hotel|hospitality|self[- ]storage|mixed[- ]use)\b/i,
  anyBusiness: true,
} as const satisfies Dimension
