import type { TapeKind } from './schema.ts'

/** A field that says how much of a loan is in the pool, and the words for it. */
export type BalanceField = { field: string; name: string }

/**
 * The balances of a kind of loans, the first choice first: what is left of them at the end of the period. In the first exhibit of a
 * pool of commercial loans that is what they were brought into it with.
 */
const balancesByKind: Record<TapeKind, readonly [BalanceField, ...BalanceField[]]> = {
  cmbs: [
    {
      field: 'reportPeriodEndScheduledLoanBalanceAmount',
      name: 'scheduled balance at the end of the period',
    },
    { field: 'reportPeriodEndActualBalanceAmount', name: 'actual balance at the end of the period' },
    { field: 'scheduledPrincipalBalanceSecuritizationAmount', name: 'scheduled balance at securitization' },
    { field: 'originalLoanAmount', name: 'original balance' },
  ],
  'auto-loan': [
    { field: 'reportingPeriodActualEndBalanceAmount', name: 'balance at the end of the period' },
    { field: 'reportingPeriodBeginningLoanBalanceAmount', name: 'balance at the beginning of the period' },
    { field: 'originalLoanAmount', name: 'original balance' },
  ],
  'auto-lease': [
    {
      field: 'reportingPeriodEndActualSecuritizationAmount',
      name: 'securitization value at the end of the period',
    },
    { field: 'reportingPeriodSecuritizationValueAmount', name: 'securitization value' },
    { field: 'acquisitionCost', name: 'acquisition cost' },
  ],
  rmbs: [
    { field: 'reportingPeriodEndActualBalanceAmount', name: 'actual balance at the end of the period' },
    { field: 'reportingPeriodEndScheduledBalanceAmount', name: 'scheduled balance at the end of the period' },
    { field: 'originalLoanAmount', name: 'original balance' },
  ],
  'debt-securities': [
    { field: 'endReportingPeriodActualBalanceAmount', name: 'actual balance at the end of the period' },
    { field: 'endReportingPeriodScheduledBalanceAmount', name: 'scheduled balance at the end of the period' },
    { field: 'originalSecurityAmount', name: 'original amount' },
  ],
}

export function balancesOf(kind: TapeKind): readonly [BalanceField, ...BalanceField[]] {
  return balancesByKind[kind]
}
