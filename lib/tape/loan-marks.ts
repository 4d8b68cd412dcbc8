import { hash } from 'node:crypto'
import type { Loans } from './loans.ts'
import type { TapeKind } from './schema.ts'

/** What of a loan never changes, besides its number. */
const lastingFields: Record<TapeKind, readonly [string, string]> = {
  cmbs: ['originalLoanAmount', 'originationDate'],
  'auto-loan': ['originalLoanAmount', 'originationDate'],
  'auto-lease': ['acquisitionCost', 'originationDate'],
  rmbs: ['originalLoanAmount', 'originalLoanMaturityDate'],
  'debt-securities': ['originalSecurityAmount', 'originalIssuanceDate'],
}

/** So many marks of an exhibit are kept, and so many digits of each. */
const mostMarks = 32
const digits = 10

/**
 * What tells the loans of an exhibit from those of other deals: of each loan a hash of its number, original amount and date, and of
 * these the least, so that exhibits of one pool have most in common whatever stands in them first. Loans that give none of these
 * have no mark.
 */
export function markLoans({ kind, rows, from: { assets } }: Loans): string[] {
  const marks = new Set<string>()
  for (const row of rows) {
    const number = assets.text(row, 'assetNumber')
    const [amount, date] = lastingFields[kind].map(field => assets.get(row, field))
    if (number === null || amount == null || date == null) continue
    marks.add(hash('sha1', `${kind} ${number} ${amount} ${date}`, 'hex').slice(0, digits))
  }
  return [...marks].sort().slice(0, mostMarks)
}

/** Loans may be in two pools, parts of one commercial loan above all; so many of one pool are in no other. */
const leastShared = 3
/** Of two exhibits years apart a good part is paid off. */
const leastShare = 0.25

/** How many marks two exhibits share, where that is enough to tell that they are of one pool; else 0. */
export function sharedMarks(one: readonly string[], other: readonly string[]): number {
  const known = new Set(one)
  const shared = other.filter(mark => known.has(mark)).length
  const least = Math.max(leastShared, Math.min(one.length, other.length) * leastShare)
  return shared >= least ? shared : 0
}
