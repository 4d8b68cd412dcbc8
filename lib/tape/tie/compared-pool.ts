import { findColumn, halfUnit } from '../../checks/printed-precision.ts'
import type { Stratification, TapeFacts } from '../../report.ts'
import { type BalanceField, balancesOf } from '../balances.ts'
import type { LoanValues } from '../cut.ts'
import { findAsOf, valuesOfLoans } from '../loan-values.ts'
import type { Loan, Loans } from '../loans.ts'

/** The loans of a tape as they count in a printed table: each with one of the balances that the tape gives. */
export type ComparedPool = {
  kind: Loans['kind']
  balance: BalanceField
  loans: readonly LoanValues[]
  balanceCents: number
  asOf: string | null
  /** Does the balance agree with the printed one? */
  isSameBalance: boolean
}

/** The loans with another of their balances; those that do not give it, or have nothing left by it, are no part. */
function withBalance(loans: Loans, { field }: BalanceField): Loan[] {
  const { assets } = loans.from
  const known = new Map(loans.loans.map(loan => [loan.row, loan]))
  return loans.rows.flatMap(row => {
    const balanceCents = assets.number(row, field)
    if (balanceCents === null || balanceCents <= 0) return []
    const loan = known.get(row) ?? { row, own: [], properties: [] }
    return [{ ...loan, balanceCents }]
  })
}

const sumOf = (loans: readonly Loan[]) => loans.reduce((sum, { balanceCents }) => sum + balanceCents, 0)

/** What a table prints of all its loans, and how far that may be rounded: its total, and what its rows come to. */
type PrintedBalance = { cents: readonly number[]; tolerance: number }

const isPrinted = ({ cents, tolerance }: PrintedBalance, sum: number) =>
  cents.some(one => Math.abs(one - sum) <= tolerance)

/**
 * The loans with the balance that the table was printed of: the one of the tape's balances that comes to the printed one, else the
 * one that its own tables count with.
 */
export function comparePool(loans: Loans, printed: PrintedBalance | null): ComparedPool {
  const { kind } = loans
  const usual = { balance: loans.balance, own: loans.loans as readonly Loan[] }
  const all = [
    usual,
    ...balancesOf(kind)
      .filter(({ field }) => field !== loans.balance.field && loans.from.assets.holds(field))
      .map(balance => ({ balance, own: withBalance(loans, balance) })),
  ]
  const same = printed && all.find(({ own }) => isPrinted(printed, sumOf(own)))
  const { balance, own } = same ?? usual
  const values = valuesOfLoans({ ...loans, loans: [...own], balance })
  return {
    kind,
    balance,
    loans: own.map(values),
    balanceCents: sumOf(own),
    asOf: findAsOf(loans),
    isSameBalance: same != null,
  }
}

/** The balances that a table prints of all its loans, in cents; null where it prints none. */
export function printedBalanceOf(table: Stratification): PrintedBalance | null {
  const column = findColumn(table, 'balanceCents')
  const total = table.total?.values.balanceCents ?? null
  const rows = table.buckets.map(({ values }) => values.balanceCents ?? null)
  const isWhole = rows.length > 0 && rows.every(cents => cents !== null)
  const sum = isWhole ? rows.reduce((all: number, cents) => all + (cents ?? 0), 0) : null
  const cents = [total, sum].filter(one => one !== null)
  return cents.length === 0
    ? null
    : { cents, tolerance: (column ? halfUnit(column) : 0) * Math.max(1, rows.length) }
}

/** Whether what is kept of a tape already says that it comes to a printed balance, so that others need not be opened. */
export function mayComeTo(
  { balanceCents, period: { amounts } }: TapeFacts,
  printed: PrintedBalance,
): boolean {
  const sums = [balanceCents, amounts.beginning?.cents, amounts.end?.cents]
  return sums.some(sum => sum !== undefined && isPrinted(printed, sum))
}
