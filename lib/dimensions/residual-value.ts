import type { Dimension } from './dimension.ts'

/** What a leased vehicle is to be worth at the end of its lease, in cents. */
export const residualValue = {
  id: 'residual-value',
  name: 'Residual value',
  longName: 'Residual value',
  unit: 'cents',
  buckets: 'range',
  ends: { least: 0 },
  anyBusiness: true,
  titles: [/\bresidual (?:values?|amounts?)\b/i],
} as const satisfies Dimension
