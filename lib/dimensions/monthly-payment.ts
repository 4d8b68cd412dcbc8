import type { Dimension } from './dimension.ts'

/** What is due each month, in cents. */
export const monthlyPayment = {
  id: 'monthly-payment',
  name: 'Monthly payment',
  longName: 'Monthly payment',
  unit: 'cents',
  buckets: 'range',
  unless: /\b(?:caps?|dates?|income|adjust\w*|ratios?|methods?|frequenc\w+)\b/i,
  ends: { least: 0 },
  anyBusiness: true,
  titles: [/\b(?:monthly|scheduled) (?:lease |scheduled |base )?(?:p ?& ?i )?payments?\b/i],
} as const satisfies Dimension
