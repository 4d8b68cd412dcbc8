import { type LoanStatus, loanStatuses } from '../report.ts'

/** What statuses are called, over columns and in legends. */
export const statusNames: Readonly<Record<LoanStatus | 'untold', string>> = {
  current: 'Current',
  'under-30': 'Under 30 days',
  '30-59': '30–59 days',
  '60-89': '60–89 days',
  '90-and-over': '90 days and over',
  'matured-performing': 'Matured, performing',
  'matured-not-performing': 'Matured, not performing',
  'one-payment': '1 payment past due',
  'two-payments': '2 payments past due',
  'three-payments-and-over': '3 payments or more past due',
  untold: 'Not told',
}

/** All of them, the best first, what is not told last. */
export const statusOrder: readonly (LoanStatus | 'untold')[] = [...loanStatuses, 'untold']
