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
    /\b(?:maturity|balloon|anticipated repayment|ard)(?: date)?(?:(?: or|\/) ?(?:anticipated repayment|ard)(?: date)?)? (?:loan-? ?to-? ?value|ltv)/i,
    /\b(?:loan-? ?to-? ?value|ltv)s?(?: ratios?)?,? (?:at|as of|on) (?:the )?(?:stated |scheduled )?(?:maturity|balloon|anticipated repayment|ard)\b/i,
  ],
  natural: [0, 300],
  averages: [{ measure: 'waMaturityLtvPct' }],
} as const satisfies Dimension
