import type { Stratification } from '../report.ts'
import type { Bound, End, Span } from './span.ts'

/** What loans come to: exact, for each is known. */
type Sums = { loanCount: number; balanceCents: number }

/** Single loans by one figure of theirs, in the unit of its dimension: how many have a figure within a span, and their balance. */
export class LoanSpread {
  /** Rising; the balance of all loans before each stands in `#before`. */
  readonly #figures: Float64Array
  readonly #before: Float64Array
  /** All loans of the table, those without the figure too. */
  readonly total: Sums

  /** `figures` and `balances` (cents) are of one loan each, in the same order; a figure that is not told is not a number. */
  constructor(figures: Float64Array, balances: Float64Array) {
    const told = Array.from(figures.keys()).filter(loan => !Number.isNaN(figures[loan]))
    told.sort((one, other) => (figures[one] ?? 0) - (figures[other] ?? 0))
    this.#figures = Float64Array.from(told, loan => figures[loan] ?? 0)
    this.#before = new Float64Array(told.length + 1)
    for (const [order, loan] of told.entries())
      this.#before[order + 1] = (this.#before[order] ?? 0) + (balances[loan] ?? 0)
    this.total = { loanCount: figures.length, balanceCents: balances.reduce((sum, one) => sum + one, 0) }
  }

  within({ low, high }: Span): Sums {
    const from = low === null ? 0 : this.#place(low.value, low.included)
    const to = high === null ? this.#figures.length : this.#place(high.value, !high.included)
    if (to <= from) return { loanCount: 0, balanceCents: 0 }
    return { loanCount: to - from, balanceCents: (this.#before[to] ?? 0) - (this.#before[from] ?? 0) }
  }

  /**
   * The average of the figures weighed by the balances of their loans, and of how many loans that is; null where none tells a figure,
   * or all weigh nothing.
   */
  get mean(): { value: number; loanCount: number } | null {
    const weight = this.#before.at(-1) ?? 0
    if (weight <= 0) return null
    let sum = 0
    for (const [order, figure] of this.#figures.entries())
      sum += figure * ((this.#before[order + 1] ?? 0) - (this.#before[order] ?? 0))
    return { value: sum / weight, loanCount: this.#figures.length }
  }

  /** How many figures lie below a value; with those right at it where these are not counted as above. */
  #place(value: number, isAtIncludedAbove: boolean): number {
    let [from, to] = [0, this.#figures.length]
    while (from < to) {
      const middle = (from + to) >> 1
      const figure = this.#figures[middle] ?? Number.POSITIVE_INFINITY
      if (isAtIncludedAbove ? figure < value : figure <= value) from = middle + 1
      else to = middle
    }
    return from
  }
}

/** A computed table with the single loans that it was computed from, so that whatever is asked of it is answered exactly. */
export type TableOfLoans = Stratification & { spread: LoanSpread }

/** The loans behind a table, where they came along with it. */
export function spreadOf(table: Stratification): LoanSpread | null {
  return 'spread' in table && table.spread instanceof LoanSpread ? table.spread : null
}

/** What both spans hold; null where they have nothing in common. */
export function meetingOf(one: Span, other: Span): Span | null {
  const low = inner(one.low, other.low, (a, b) => a > b)
  const high = inner(one.high, other.high, (a, b) => a < b)
  if (low === null || high === null || low.value < high.value) return { low, high }
  return low.value === high.value && low.included && high.included ? { low, high } : null
}

function inner(one: End, other: End, isFurther: (a: number, b: number) => boolean): End {
  if (one === null || other === null) return one ?? other
  if (one.value === other.value) return one.included ? other : one
  return isFurther(one.value, other.value) ? one : other
}

export const exactly = (value: number): Bound => ({ low: value, high: value })
