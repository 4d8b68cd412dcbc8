import type { Dimension } from './dimension.ts'

/** What is taken from the loan's rate for servicing and administration, in percent points a year. Ahead of the servicer, whose word it contains. */
export const servicingFee = {
  id: 'servicing-fee',
  name: 'Servicing fee',
  longName: 'Servicing fee rate',
  unit: 'percent',
  buckets: 'range',
  titles: [
    /\b(?:servic(?:ing|er)|administrati(?:ve|on)|trustee) (?:fee|cost)s?(?: rates?)?\b/i,
    /\b(?:servicing|administrative) rates?\b/i,
  ],
  unless: /\bnet of\b/i,
  natural: [0, 10],
} as const satisfies Dimension
