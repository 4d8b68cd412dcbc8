import type { Dimension } from './dimension.ts'

/** Principal balance at the cut-off date, in cents. Where no word tells which balance it is, tables of the field mean this one. */
export const currentBalance = {
  id: 'current-balance',
  name: 'Current balance',
  longName: 'Current principal balance',
  unit: 'cents',
  buckets: 'range',
  ends: { least: 0 },
  thresholds: [10_000_000, 25_000_000, 50_000_000, 65_000_000, 100_000_000],
  titles: [
    /\bbalances?\b|\bupbs?\b/i,
    /\b(?:loan|principal|mortgage) amounts?\b/i,
    /\b(?:loan|mortgage) sizes?\b/i,
    /\b(?:securiti[sz]ation|contract|discounted (?:lease|contract|receivables?)) values?\b/i,
  ],
  anyBusiness: true,
  averages: [{ measure: 'averageBalanceCents' }],
} as const satisfies Dimension
