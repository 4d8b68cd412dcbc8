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
    /\b(?:loan|mortgage|collateral|contract) types?\b/i,
    /\btypes? of (?:mortgage )?loans?\b/i,
  ],
  rows: /\b(?:arms?|hybrid|balloons?|interest[- ]only|libor|\d{1,2}\/\d{1,2}|\d{1,2}[- ]years?|helocs?|(?:closed|open)[- ]end|(?:first|second) liens?)\b/i,
  anyBusiness: true,
} as const satisfies Dimension
