import type { Dimension } from './dimension.ts'

/** Largest change of the payment at its yearly reset, in percent of it. */
export const paymentCap = {
  id: 'payment-cap',
  name: 'Payment cap',
  longName: 'Payment cap',
  unit: 'percent',
  buckets: 'exact',
  ofAdjustable: true,
  titles: [/\b(?:periodic |annual )?payment (?:adjustment )?caps?\b/i],
  natural: [0, 50],
  averages: [{ measure: 'waPaymentCapPct' }],
} as const satisfies Dimension
