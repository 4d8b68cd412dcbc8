import type { Dimension } from './dimension.ts'

/** Drawn part of a credit line, in percent of its limit. Ahead of rates and balances, whose words it contains. */
export const creditUtilization = {
  id: 'credit-utilization',
  name: 'Utilization',
  longName: 'Credit limit utilization',
  unit: 'percent',
  buckets: 'range',
  ends: { least: 0 },
  titles: [/\butili[sz]ation\b/i],
  natural: [0, 110],
  averages: [{ measure: 'waUtilizationPct' }],
} as const satisfies Dimension
