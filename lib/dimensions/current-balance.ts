import type { Dimension } from './dimension.ts'

/** Principal balance at the cut-off date, in cents. Where no word tells which balance it is, tables of the field mean this one. */
export const currentBalance = {
  id: 'current-balance',
  name: 'Current balance',
  longName: 'Current principal balance',
  unit: 'cents',
  buckets: 'range',
  ends: { least: 0 },
  titles: [/\bbalances?\b/i, /\b(?:loan|principal|mortgage) amounts?\b/i, /\b(?:loan|mortgage) sizes?\b/i],
  anyBusiness: true,
  averages: [{ measure: 'averageBalanceCents' }],
} as const satisfies Dimension
