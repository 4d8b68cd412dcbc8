import { formatCount, formatWithUnit } from '../format/index.ts'
import type { Amount } from './answer.ts'
import type { ComparedValue } from './compared.ts'
import { sayBound, sayPercents } from './words.ts'

/** What an amount is called over a column. */
export const amountNames: Record<Amount, string> = {
  balancePct: '% of balance',
  balanceCents: 'Balance',
  loanCount: 'Loans',
  countPct: '% of loans',
}

/** What a pool of a comparison lacks whose table contradicts itself. */
export const figuresProveNothing =
  'A check on the loans or balances of this table fails, so one of its figures is wrong and it proves no difference.'

/** Wider than this, in points, no single percent printed to two places is. */
const widthOfPrinted = 0.0101

/** A compared value as people read it: a percent that a row prints as it is printed, for its last place is all that is open. */
export function sayCompared(value: NonNullable<ComparedValue>, amount: Amount): string {
  if (amount === 'loanCount') return sayBound(value, formatCount)
  if (amount === 'balanceCents') return sayBound(value, cents => formatWithUnit(cents, 'cents', 2))
  const { low, high, printed } = value
  if (printed !== null && high - low <= widthOfPrinted)
    return sayPercents({ low: (low + high) / 2, high: (low + high) / 2 })
  return sayPercents(value)
}
