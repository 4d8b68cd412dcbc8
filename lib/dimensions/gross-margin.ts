import type { Dimension } from './dimension.ts'

/** What is added to the index, in percent points. */
export const grossMargin = {
  id: 'gross-margin',
  name: 'Gross margin',
  longName: 'Gross margin',
  unit: 'percent',
  buckets: 'range',
  ofAdjustable: true,
  titles: [/\bmargins?\b/i],
  natural: [-5, 30],
  averages: [{ measure: 'waMarginPct' }],
} as const satisfies Dimension
