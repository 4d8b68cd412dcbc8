import type { Dimension } from './dimension.ts'

/** Months for which the obligor has been a customer. */
export const customerTenure = {
  id: 'customer-tenure',
  name: 'Customer tenure',
  longName: 'Customer tenure',
  unit: 'months',
  buckets: 'range',
  titles: [/\bcustomer tenure\b/i, /\btenure\b.*\bmonths\b/i],
  natural: [0, 600],
  averages: [{ measure: 'waTenureMonths' }],
  anyBusiness: true,
} as const satisfies Dimension
