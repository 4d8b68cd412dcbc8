import type { Dimension } from './dimension.ts'

/** Year the loan was made. */
export const originationYear = {
  id: 'origination-year',
  name: 'Origination year',
  longName: 'Year of origination',
  unit: 'years',
  buckets: 'exact',
  titles: [
    /\b(?:year|quarter|month|date)s? of (?:origination|(?:first |last |final )?disbursement)\b/i,
    /\b(?:origination|disbursement) (?:year|date|period|quarter|month)s?\b/i,
    /\bvintages?\b/i,
  ],
  natural: [1950, 2100],
  anyBusiness: true,
} as const satisfies Dimension
