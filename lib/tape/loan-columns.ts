import type { LoanValue, LoanValues } from './cut.ts'
import type { LoanKey } from './loan-key.ts'
import { valuesOfLoans } from './loan-values.ts'
import type { Loan, Loans } from './loans.ts'

/** A figure of a loan; not a number where it is not told. */
export type Figures = Float64Array

/** What is asked of each loan, and the way to sort that it is of. */
type Asked = Pick<LoanKey, 'key' | 'of' | 'cut'>

const foldName = (name: string) => name.replace(/\s+/g, ' ').trim().toLowerCase()

/** Names that differ in their letters alone become one, as most loans have it: > FORD, Ford, FORD → FORD */
function asMostWritten(values: readonly LoanValue[]): LoanValue[] {
  const counts = new Map<LoanValue, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const chosen = new Map<string, string>()
  for (const [name, count] of counts) {
    if (typeof name !== 'string') continue
    const fold = foldName(name)
    const other = chosen.get(fold)
    if (other === undefined || count > (counts.get(other) ?? 0)) chosen.set(fold, name)
  }
  return values.map(value => (typeof value === 'string' ? (chosen.get(foldName(value)) ?? value) : value))
}

/**
 * Loans by what they are asked by: a list of values for each key, a loan each, in the order of the exhibit. A list is made when it
 * is first asked for and kept as long as the loans are, so that the next question of the same deal looks at no field again.
 */
export class LoanColumns {
  readonly loans: Loans
  /** What each loan counts for, in cents. */
  readonly balances: Figures
  readonly #read: (loan: Loan) => LoanValues
  readonly #byKey = new Map<string, readonly LoanValue[]>()
  readonly #figures = new Map<string, Figures>()

  constructor(loans: Loans) {
    this.loans = loans
    this.#read = valuesOfLoans(loans)
    this.balances = new Float64Array(loans.loans.length)
    for (const [order, { balanceCents }] of loans.loans.entries()) this.balances[order] = balanceCents
  }

  get size(): number {
    return this.balances.length
  }

  valuesBy({ key, of, cut }: Asked): readonly LoanValue[] {
    const known = this.#byKey.get(key)
    if (known) return known
    const read = this.loans.loans.map(loan => of(this.#read(loan)))
    const values = cut?.isTyped ? asMostWritten(read) : read
    this.#byKey.set(key, values)
    return values
  }

  /** What one loan has by a key, without a list of all where nobody has asked for one. */
  valueOf(loan: number, asked: Asked): LoanValue {
    const known = this.#byKey.get(asked.key) ?? (asked.cut?.isTyped ? this.valuesBy(asked) : null)
    if (known) return known[loan] ?? null
    const own = this.loans.loans[loan]
    return own ? asked.of(this.#read(own)) : null
  }

  /** Figures under a name of their own. */
  figuresBy(name: string, of: (loan: LoanValues) => number | null): Figures {
    const known = this.#figures.get(name)
    if (known) return known
    const figures = Float64Array.from(this.loans.loans, loan => of(this.#read(loan)) ?? Number.NaN)
    this.#figures.set(name, figures)
    return figures
  }

  /** All loans, by their order. */
  get all(): number[] {
    return Array.from(this.balances.keys())
  }
}

const columnsByLoans = new WeakMap<Loans, LoanColumns>()

/** The columns of loans, made once as long as somebody keeps the loans. */
export function columnsOf(loans: Loans): LoanColumns {
  const known = columnsByLoans.get(loans)
  if (known) return known
  const columns = new LoanColumns(loans)
  columnsByLoans.set(loans, columns)
  return columns
}
