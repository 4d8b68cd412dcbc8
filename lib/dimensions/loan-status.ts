import type { Dimension } from './dimension.ts'

/** Whether a student borrower is at school, in grace, deferment, forbearance or repayment. */
export const loanStatus = {
  id: 'loan-status',
  name: 'Loan status',
  longName: 'Status of the borrower or loan',
  unit: 'text',
  buckets: 'category',
  titles: [/\b(?:borrower|loan|repayment|payment)(?: payment)? status\b/i],
  rows: /\b(?:in[- ]school|grace|defer(?:ment|red)|forbearance|repayment)\b/i,
} as const satisfies Dimension
