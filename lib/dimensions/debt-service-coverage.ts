import type { Dimension } from './dimension.ts'

/** The property's yearly income over the yearly payments on its loan, as commercial pools print it: 1.41x. */
export const debtServiceCoverage = {
  id: 'debt-service-coverage',
  name: 'Debt service coverage',
  longName: 'Debt service coverage ratio',
  unit: 'ratio',
  buckets: 'range',
  titles: [/\bdebt[- ]service coverage\b/i, /\bdscrs?\b/i, /\bdebt coverage ratios?\b/i],
  natural: [0, 100],
  averages: [{ measure: 'waDscr' }],
} as const satisfies Dimension
