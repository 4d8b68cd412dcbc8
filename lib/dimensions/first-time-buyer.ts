import type { Dimension } from './dimension.ts'

/** Whether the borrower buys a home for the first time. */
export const firstTimeBuyer = {
  id: 'first-time-buyer',
  name: 'First-time buyer',
  longName: 'First-time home buyer',
  unit: 'text',
  buckets: 'category',
  titles: [/\bfirst[- ]time (?:home ?-?)?(?:buyer|owner)s?\b/i],
} as const satisfies Dimension
