import type { Dimension } from './dimension.ts'

/** Who borrows: employed by others or not, citizen or not, person or company. */
export const borrowerType = {
  id: 'borrower-type',
  name: 'Borrower type',
  longName: 'Type of borrower',
  unit: 'text',
  buckets: 'category',
  anyBusiness: true,
  titles: [
    /\b(?:borrower|obligor|mortgagor|customer) types?\b/i,
    /\btypes? of (?:the )?(?:borrower|obligor|mortgagor)s?\b/i,
    /\bself[- ]employ(?:ed|ment)\b/i,
    /\b(?:citizenship|residency)(?: status)?\b/i,
    /\bemployment (?:status|type)s?\b/i,
  ],
} as const satisfies Dimension
