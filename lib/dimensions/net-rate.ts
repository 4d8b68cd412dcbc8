import type { Dimension } from './dimension.ts'

/** The loan's rate of interest less the fees that are paid out of it, in percent points. Ahead of the mortgage rate. */
export const netRate = {
  id: 'net-rate',
  name: 'Net rate',
  longName: 'Mortgage rate net of fees',
  unit: 'percent',
  buckets: 'range',
  titles: [
    /\bnet (?:(?:mortgage|interest|note|loan|coupon|contract|lease|current) )*(?:rates?|coupons?|aprs?)\b/i,
    /\b(?:rates?|coupons?|aprs?),? net of\b/i,
  ],
  natural: [0, 60],
  averages: [{ measure: 'waNetRatePct' }],
} as const satisfies Dimension
