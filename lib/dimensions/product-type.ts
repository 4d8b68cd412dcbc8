import type { Dimension } from './dimension.ts'

/** Kind of loan. */
export const productType = {
  id: 'product-type',
  name: 'Product type',
  longName: 'Product type',
  unit: 'text',
  buckets: 'category',
  family: 'product',
  titles: [
    /\bproducts?\b/i,
    /\b(?:loan|mortgage|collateral) types?\b/i,
    /\btypes? of (?:mortgage )?loans?\b/i,
  ],
  anyBusiness: true,
} as const satisfies Dimension
