import type { Dimension } from './dimension.ts'

/** How often a payment is due. */
export const paymentFrequency = {
  id: 'payment-frequency',
  name: 'Payment frequency',
  longName: 'Payment frequency',
  unit: 'text',
  buckets: 'category',
  rows: /\b(?:monthly|quarterly|(?:semi|bi)-?(?:annual(?:ly)?|weekly|monthly)|annual(?:ly)?|weekly)\b/i,
  anyBusiness: true,
  titles: [/\bpayment frequenc(?:y|ies)\b/i, /\bfrequency of payments?\b/i],
} as const satisfies Dimension
