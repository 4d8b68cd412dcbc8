import type { Dimension } from './dimension.ts'

/** Months for which the rate of an adjustable loan stays as it began. */
export const fixedPeriod = {
  id: 'fixed-period',
  name: 'Fixed period',
  longName: 'Initial fixed-rate period',
  unit: 'months',
  buckets: 'range',
  ofAdjustable: true,
  ends: { least: 0 },
  natural: [0, 180],
  titles: [
    /\b(?:initial )?fixed(?:[- ]rate)? (?:periods?|terms?)\b/i,
    /\binitial (?:interest )?rate periods?\b/i,
  ],
} as const satisfies Dimension
