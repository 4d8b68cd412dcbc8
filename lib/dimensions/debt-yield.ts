import type { Dimension } from './dimension.ts'

/** Net operating income over the balance, in percent points. */
export const debtYield = {
  id: 'debt-yield',
  name: 'Debt yield',
  longName: 'Debt yield',
  unit: 'percent',
  buckets: 'range',
  titles: [/\bdebt yields?\b/i],
  natural: [0, 100],
  averages: [{ measure: 'waDebtYieldPct' }],
} as const satisfies Dimension
