import type { Dimension } from './dimension.ts'

/** Balance that is left at maturity over the value of the property, in percent points. */
export const maturityLtv = {
  id: 'maturity-ltv',
  name: 'LTV at maturity',
  longName: 'Loan-to-value ratio at maturity',
  unit: 'percent',
  buckets: 'range',
  ends: { least: 0 },
  titles: [
    /\b(?:maturity|balloon|anticipated repayment)(?: date)?(?: or anticipated repayment date)? (?:loan-? ?to-? ?value|ltv)/i,
    /\b(?:loan-? ?to-? ?value|ltv)(?: ratios?)? (?:at|as of) (?:the )?(?:stated |scheduled )?(?:maturity|balloon|anticipated repayment)/i,
  ],
  natural: [0, 300],
  averages: [{ measure: 'waMaturityLtvPct' }],
} as const satisfies Dimension
