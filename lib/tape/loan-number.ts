import type { Loans } from './loans.ts'

/** What stands in an address for the number of a loan that has none. */
export const noNumber = '-'

/** The number that an exhibit gives a loan, and where the loan begins: two may have the same number, but not the same line. */
type LoanName = { number: string | null; line: number }

/** The loan at a place among all, as the exhibit names it. */
export function nameLoan({ loans, from: { assets } }: Loans, loan: number): LoanName {
  const row = loans[loan]?.row ?? 0
  return { number: assets.text(row, 'assetNumber'), line: assets.lineOfRow(row) }
}

const byNumber = new WeakMap<Loans, Map<string, number[]>>()

function loansByNumber(loans: Loans): Map<string, number[]> {
  const known = byNumber.get(loans)
  if (known) return known
  const numbers = new Map<string, number[]>()
  for (const loan of loans.loans.keys()) {
    const number = nameLoan(loans, loan).number ?? noNumber
    const same = numbers.get(number)
    if (same) same.push(loan)
    else numbers.set(number, [loan])
  }
  byNumber.set(loans, numbers)
  return numbers
}

/**
 * All loans of a number, by their order: several where the exhibit repeats it, or for `-` where it gives none. Empty for an unknown
 * one.
 */
export function findLoansByNumber(loans: Loans, number: string): readonly number[] {
  return loansByNumber(loans).get(number) ?? []
}

/** Is the number of a loan that of another, too? */
export function isRepeated(loans: Loans, { number }: LoanName): boolean {
  return findLoansByNumber(loans, number ?? noNumber).length > 1
}
