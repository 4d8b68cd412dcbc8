import type { Dimension } from './dimension.ts'

/** Principal balance at origination, in cents. */
export const originalBalance = {
  id: 'original-balance',
  name: 'Original balance',
  longName: 'Original principal balance',
  unit: 'cents',
  buckets: 'range',
  ends: { least: 0 },
  thresholds: [10_000_000, 25_000_000, 50_000_000, 65_000_000, 100_000_000],
  titles: [
    /\borigina(?:l|tion)\b.*\b(?:balance|upb|amount|size)/i,
    /\b(?:balance|upb|amount|size)s?\b.*\b(?:at|as of) origination\b/i,
  ],
  anyBusiness: true,
  averages: [{ measure: 'averageOriginalBalanceCents' }],
} as const satisfies Dimension
