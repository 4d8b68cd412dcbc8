import { dimensionKeys, findLoanKey, type LoanKey } from './loan-key.ts'
import type { Loans } from './loans.ts'
import type { TapeKind } from './schema.ts'

/**
 * What a table of loans shows until somebody chooses: what the loan is called, what it counts for, and what analysts look at first;
 * dimensions by their ids, else fields.
 */
const usualKeys: Record<TapeKind, readonly string[]> = {
  cmbs: [
    'propertyName',
    'current-balance',
    'state',
    'property-type',
    'mortgage-rate',
    'maturityDate',
    'current-ltv',
    'debt-service-coverage',
    'occupancy-rate',
  ],
  'auto-loan': [
    'current-balance',
    'state',
    'credit-score',
    'mortgage-rate',
    'remaining-term',
    'vehicle-make',
    'vehicle-condition',
    'original-ltv',
  ],
  'auto-lease': ['current-balance', 'state', 'credit-score', 'remaining-term', 'vehicle-make', 'model-year'],
  rmbs: [
    'current-balance',
    'property-type',
    'occupancy',
    'credit-score',
    'mortgage-rate',
    'original-ltv',
    'remaining-term',
  ],
  'debt-securities': ['originator', 'current-balance', 'mortgage-rate', 'remaining-term'],
}

/** So many columns a table has until somebody chooses, where none are named for its kind. */
const mostUsual = 8

export function usualKeysOf(loans: Loans): LoanKey[] {
  const named = usualKeys[loans.kind].flatMap(key => findLoanKey(loans, key) ?? [])
  return named.length > 0 ? named : dimensionKeys(loans).slice(0, mostUsual)
}
