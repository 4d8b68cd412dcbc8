import type { Dimension } from './dimension.ts'

/** What is paid each month over the obligor's monthly income, in percent points, as pools of vehicles print it. */
export const paymentToIncome = {
  id: 'payment-to-income',
  name: 'Payment to income',
  longName: 'Payment-to-income ratio',
  unit: 'percent',
  buckets: 'range',
  ends: { least: 0 },
  titles: [/\bpayment[- ]to[- ]income\b/i, /\bpti\b/i],
  natural: [0, 100],
  averages: [{ measure: 'waPaymentToIncomePct' }],
} as const satisfies Dimension
