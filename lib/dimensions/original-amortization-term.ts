import type { Dimension } from './dimension.ts'

/** Months over which the payments of a commercial loan would have paid it off, at first. Ahead of terms to maturity, whose words it contains. */
export const originalAmortizationTerm = {
  id: 'original-amortization-term',
  name: 'Original amortization term',
  longName: 'Original amortization term',
  unit: 'months',
  buckets: 'range',
  ends: { least: 0 },
  natural: [1, 720],
  averages: [{ measure: 'waOriginalAmortizationMonths' }],
  titles: [
    /\boriginal amortiz\w+ (?:terms?|periods?|months)\b/i,
    /\bamortiz\w+ (?:terms?|periods?) at origination\b/i,
  ],
} as const satisfies Dimension
