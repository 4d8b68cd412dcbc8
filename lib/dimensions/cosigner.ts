import type { Dimension } from './dimension.ts'

/** Whether somebody signed the loan beside the borrower. */
export const cosigner = {
  id: 'cosigner',
  name: 'Cosigner',
  longName: 'Cosigner',
  unit: 'text',
  buckets: 'category',
  rows: /\b(?:non-?)?co-?sign/i,
  titles: [/\bco-?(?:sign|borrow)(?:er|ed)(?:s| status)?\b/i],
} as const satisfies Dimension
