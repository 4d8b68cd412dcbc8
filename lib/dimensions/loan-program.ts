import type { Dimension } from './dimension.ts'

/** The lender's program. */
export const loanProgram = {
  id: 'loan-program',
  name: 'Loan program',
  longName: 'Loan program',
  unit: 'text',
  buckets: 'category',
  family: 'product',
  titles: [/\bprograms?\b/i],
  anyBusiness: true,
} as const satisfies Dimension
