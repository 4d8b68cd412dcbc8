import type { Dimension } from './dimension.ts'

/** The loan's rate of interest, in percent points. */
export const mortgageRate = {
  id: 'mortgage-rate',
  name: 'Mortgage rate',
  longName: 'Mortgage rate',
  unit: 'percent',
  buckets: 'range',
  thresholds: [5, 6, 7, 8, 9, 10],
  titles: [
    /\b(?:mortgage|interest|note|loan|coupon|gross|current|contract)\b(?: \w+){0,3} rates?\b/i,
    /\b(?:asset|receivable|lease|account|unit)s? rates?\b/i,
    /\bcoupons?\b/i,
    /^rates?(?: ranges?)?$/i,
    /\brange of rates\b/i,
    /\baprs?\b/i,
    /\bannual percentage rates?\b/i,
  ],
  natural: [0, 60],
  anyBusiness: true,
  averages: [{ measure: 'waNetRatePct', words: /\bnet\b/i }, { measure: 'waRatePct' }],
} as const satisfies Dimension
