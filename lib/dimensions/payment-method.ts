import type { Dimension } from './dimension.ts'

/** How payments reach the lender. */
export const paymentMethod = {
  id: 'payment-method',
  name: 'Payment method',
  longName: 'Payment method',
  unit: 'text',
  buckets: 'category',
  rows: /\b(?:ach|direct debit|auto[- ]?pay)\b/i,
  anyBusiness: true,
  titles: [
    /\bpayment (?:methods?|modes?)\b/i,
    /\bmethods? of payment\b/i,
    /\bauto(?:matic)?[- ]?pay(?:ment)?s?\b/i,
  ],
} as const satisfies Dimension
