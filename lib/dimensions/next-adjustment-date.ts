import type { Dimension } from './dimension.ts'

/** When the rate next changes. */
export const nextAdjustmentDate = {
  id: 'next-adjustment-date',
  name: 'Next adjustment',
  longName: 'Next rate adjustment date',
  unit: 'date',
  buckets: 'category',
  ofAdjustable: true,
  titles: [
    /\bnext (?:mortgage |interest )?(?:rate )?(?:adjust|reset|roll|change)/i,
    /\b(?:rate )?(?:adjustment|reset|roll) dates?\b/i,
    /\brate change dates?\b/i,
  ],
  rowsMayBeFigures: true,
} as const satisfies Dimension
