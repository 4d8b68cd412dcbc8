import type { Dimension } from './dimension.ts'

/** Months until the rate next changes. */
export const monthsToAdjustment = {
  id: 'months-to-adjustment',
  name: 'Months to roll',
  longName: 'Months to next rate adjustment',
  unit: 'months',
  buckets: 'range',
  ofAdjustable: true,
  titles: [
    /\bmonths? (?:to|until) (?:the )?(?:next )?(?:rate )?(?:roll|reset|adjust|change)/i,
    /\b(?:roll|reset) terms?\b/i,
  ],
  landmarks: [36, 60, 84, 120],
  averages: [{ measure: 'waMonthsToAdjustment' }],
} as const satisfies Dimension
