import type { Dimension } from './dimension.ts'

/** Whether the balance is inside the limits of the agencies. Ahead of balances. */
export const conforming = {
  id: 'conforming',
  name: 'Conforming',
  longName: 'Conforming balance',
  unit: 'text',
  buckets: 'category',
  titles: [/\bconforming\b/i, /\bconformity\b/i, /\bjumbo\b/i],
} as const satisfies Dimension
