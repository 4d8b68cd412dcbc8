import type { Dimension } from './dimension.ts'

/** Principal balance at origination, in cents. */
export const originalBalance = {
  id: 'original-balance',
  name: 'Original balance',
  longName: 'Original principal balance',
  unit: 'cents',
  buckets: 'range',
  ends: { least: 0 },
  titles: [
    /\borigina(?:l|tion)\b.*\b(?:balance|amount|size)/i,
    /\b(?:balance|amount|size)s?\b.*\b(?:at|as of) origination\b/i,
  ],
  anyBusiness: true,
  averages: [{ measure: 'averageOriginalBalanceCents' }],
} as const satisfies Dimension
