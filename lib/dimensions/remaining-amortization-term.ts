import type { Dimension } from './dimension.ts'

/** Months over which the payments would pay the rest off, though the loan may fall due before. */
export const remainingAmortizationTerm = {
  id: 'remaining-amortization-term',
  name: 'Remaining amortization term',
  longName: 'Remaining amortization term',
  unit: 'months',
  buckets: 'range',
  ends: { least: 0 },
  natural: [0, 720],
  averages: [{ measure: 'waRemainingAmortizationMonths' }],
  titles: [
    /\b(?:stated )?remaining amortiz\w+ (?:terms?|periods?|months)\b/i,
    /\bremaining (?:terms?|months) (?:to|of) (?:full )?amortiz/i,
  ],
} as const satisfies Dimension
