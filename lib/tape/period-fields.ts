import type { LoanStatus, PeriodAmount } from '../report/tape.ts'
import type { TapeKind } from './schema.ts'

/** Which elements of a form tell what a period was like. What a form has no element for is left out. */
export type PeriodFields = {
  begins: readonly string[]
  /** The first of these that most loans give. */
  amounts: Partial<Record<PeriodAmount, readonly string[]>>
  /** Days behind, payments past due, or a code of a status. */
  status: { field: string; of: (value: number | string) => LoanStatus | null }
  /** Why a loan left the pool. */
  reason: string | null
}

/** > 0 → current   12 → under-30   61 → 60-89 */
function statusOfDays(days: number | string): LoanStatus | null {
  if (typeof days !== 'number' || days < 0) return null
  if (days === 0) return 'current'
  if (days < 30) return 'under-30'
  if (days < 60) return '30-59'
  return days < 90 ? '60-89' : '90-and-over'
}

/** Of payments that are past due nobody says how many days that is. */
function statusOfPayments(payments: number | string): LoanStatus | null {
  if (typeof payments !== 'number' || payments < 0) return null
  if (payments === 0) return 'current'
  if (payments === 1) return 'one-payment'
  return payments === 2 ? 'two-payments' : 'three-payments-and-over'
}

/** Payment status codes of commercial loans; A is a payment that is not due yet, or within its days of grace. */
const statusByCode: Readonly<Record<string, LoanStatus>> = {
  '0': 'current',
  A: 'current',
  B: 'under-30',
  '1': '30-59',
  '2': '60-89',
  '3': '90-and-over',
  '4': 'matured-performing',
  '5': 'matured-not-performing',
}

const byDays = (field: string): PeriodFields['status'] => ({ field, of: statusOfDays })

const fieldsByKind: Record<TapeKind, PeriodFields> = {
  cmbs: {
    begins: ['reportingPeriodBeginningDate'],
    amounts: {
      beginning: ['reportPeriodBeginningScheduleLoanBalanceAmount'],
      end: ['reportPeriodEndScheduledLoanBalanceAmount', 'reportPeriodEndActualBalanceAmount'],
      scheduled: ['scheduledPrincipalAmount'],
      unscheduled: ['unscheduledPrincipalCollectedAmount'],
      losses: ['realizedLossToTrustAmount'],
    },
    status: { field: 'paymentStatusLoanCode', of: code => statusByCode[String(code)] ?? null },
    reason: 'liquidationPrepaymentCode',
  },
  'auto-loan': {
    begins: ['reportingPeriodBeginningDate'],
    amounts: {
      beginning: ['reportingPeriodBeginningLoanBalanceAmount'],
      end: ['reportingPeriodActualEndBalanceAmount'],
      scheduled: ['scheduledPrincipalAmount'],
      collected: ['actualPrincipalCollectedAmount'],
      losses: ['chargedoffPrincipalAmount'],
      recovered: ['recoveredAmount'],
    },
    status: byDays('currentDelinquencyStatus'),
    reason: 'zeroBalanceCode',
  },
  'auto-lease': {
    begins: ['reportingPeriodBeginDate'],
    amounts: {
      beginning: ['reportingPeriodSecuritizationValueAmount'],
      end: ['reportingPeriodEndActualSecuritizationAmount'],
      losses: ['chargedOffAmount'],
    },
    status: byDays('currentDelinquencyStatus'),
    reason: 'zeroBalanceCode',
  },
  rmbs: {
    begins: ['reportPeriodBeginDate'],
    amounts: {
      beginning: ['reportingPeriodBeginningLoanBalanceAmount'],
      end: ['reportingPeriodEndActualBalanceAmount', 'reportingPeriodEndScheduledBalanceAmount'],
      scheduled: ['scheduledPrincipalAmount'],
      collected: ['actualPrincipalCollectedAmount'],
      losses: ['reportingPeriodLossPassedToIssuingEntityAmount'],
      recovered: ['subsequentRecoveryAmount'],
    },
    status: { field: 'paymentPastDueNumber', of: statusOfPayments },
    reason: 'zeroBalanceCode',
  },
  'debt-securities': {
    begins: ['reportPeriodBeginningDate'],
    amounts: {
      beginning: ['reportPeriodBeginningAssetBalanceAmount'],
      end: ['endReportingPeriodActualBalanceAmount', 'endReportingPeriodScheduledBalanceAmount'],
      scheduled: ['scheduledPrincipalAmount'],
      collected: ['actualPrincipalCollectedAmount'],
    },
    status: byDays('currentDelinquentStatusNumber'),
    reason: 'zeroBalanceCode',
  },
}

export function periodFieldsOf(kind: TapeKind): PeriodFields {
  return fieldsByKind[kind]
}
