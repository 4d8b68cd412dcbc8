import type { Dimension } from './dimension.ts'

/** What a leased vehicle is to be worth at the end, in percent of its list price or of the securitization value. */
export const residualRatio = {
  id: 'residual-ratio',
  name: 'Residual ratio',
  longName: 'Residual value as a percent of its base',
  unit: 'percent',
  buckets: 'range',
  ends: { least: 0 },
  natural: [0, 150],
  titles: [
    /\bresiduals?\b.*\b(?:percent(?:age)?|ratio|%|msrp)/i,
    /\b(?:percent(?:age)?|ratios?) of residual\b/i,
  ],
} as const satisfies Dimension
