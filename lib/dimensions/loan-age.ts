import type { Dimension } from './dimension.ts'

/** Months since origination. */
export const loanAge = {
  id: 'loan-age',
  name: 'Loan age',
  longName: 'Loan age',
  unit: 'months',
  buckets: 'range',
  // A loan whose first payment is due after the cut-off date is printed as −1.
  ends: { least: -12 },
  titles: [
    /\bseason(?:ing|ed)\b/i,
    /\b(?:loan|account) ages?\b/i,
    /\bages? of (?:the )?accounts?\b/i,
    /\bage\b.*\b(?:months|loans?)\b/i,
    /\bmonths since (?:origination|first)\b/i,
  ],
  natural: [-12, 480],
  averages: [{ measure: 'waLoanAgeMonths' }],
} as const satisfies Dimension
