import type { Dimension } from './dimension.ts'

/** How far unpaid interest may raise the balance, in percent of the original one. */
export const negativeAmortizationLimit = {
  id: 'negative-amortization-limit',
  name: 'Neg-am limit',
  longName: 'Negative amortization limit',
  unit: 'percent',
  buckets: 'exact',
  ofAdjustable: true,
  titles: [
    /\bneg(?:ative)?[ -]?am(?:ortization)?\b.*\b(?:limit|cap|maximum)s?\b/i,
    /\b(?:limit|cap|maximum)s?\b.*\bneg(?:ative)?[ -]?am(?:ortization)?\b/i,
  ],
  natural: [100, 200],
  averages: [{ measure: 'waNegativeAmortizationLimitPct' }],
} as const satisfies Dimension
