import type { Dimension } from './dimension.ts'

/** Months from origination to stated maturity. */
export const originalTerm = {
  id: 'original-term',
  name: 'Original term',
  longName: 'Original term to maturity',
  unit: 'months',
  buckets: 'range',
  ends: { least: 0 },
  titles: [
    /\boriginal\b.*\b(?:term|month|maturit)/i,
    /\bterms? (?:to (?:stated )?maturity )?at origination\b/i,
    /\b(?:loan|mortgage) terms?\b/i,
  ],
  unless: /\bamortiz\w+ (?:terms?|months?|periods?)\b/i,
  natural: [1, 720],
  landmarks: [180, 240, 300, 360],
  anyBusiness: true,
  averages: [{ measure: 'waOriginalTermMonths' }],
} as const satisfies Dimension
