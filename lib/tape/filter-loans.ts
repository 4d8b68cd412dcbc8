import { Several } from './cut.ts'
import type { LoanFilter } from './filters.ts'
import type { LoanColumns } from './loan-columns.ts'
import { meets } from './meets-filter.ts'

/** Some loans, counted. */
export type Counted = { loans: number; balanceCents: number }

/** What a filter leaves open: of the loans that no other filter rules out. */
type LeftOpen = {
  filter: LoanFilter
  /** They do not tell what the filter asks for, so they neither match nor fail. */
  untold: Counted
  /** They have several, of which not all are what was asked for: one of their properties lies in Texas, and one does not. */
  several: Counted
}

/** The loans that filters let through. No loan is left out in silence: what is not told is counted. */
export type FilteredLoans = {
  /** By their order among all loans. */
  loans: readonly number[]
  /** No filter rules them out, and one cannot be judged: what was asked for may hold of them. */
  open: Counted
  byFilter: readonly LeftOpen[]
}

const none: readonly number[] = []

const nothing = (): Counted => ({ loans: 0, balanceCents: 0 })

function count(counted: Counted | undefined, balanceCents: number): void {
  if (counted === undefined) return
  counted.loans++
  counted.balanceCents += balanceCents
}

/** The loans that meet every filter, and how many are left open by which. */
export function filterLoans(columns: LoanColumns, filters: readonly LoanFilter[]): FilteredLoans {
  const values = filters.map(({ by }) => columns.valuesBy(by))
  const byFilter = filters.map(filter => ({ filter, untold: nothing(), several: nothing() }))
  const open = nothing()
  const loans: number[] = []
  for (let loan = 0; loan < columns.size; loan++) {
    let isRuledOut = false
    let unjudged = none
    for (let order = 0; order < filters.length && !isRuledOut; order++) {
      const filter = filters[order]
      const met = filter === undefined || meets(filter, values[order]?.[loan] ?? null)
      if (met === null) unjudged = [...unjudged, order]
      else isRuledOut = !met
    }
    if (isRuledOut) continue
    if (unjudged.length === 0) {
      loans.push(loan)
      continue
    }
    const balanceCents = columns.balances[loan] ?? 0
    count(open, balanceCents)
    for (const order of unjudged) {
      const isSeveral = values[order]?.[loan] instanceof Several
      count(byFilter[order]?.[isSeveral ? 'several' : 'untold'], balanceCents)
    }
  }
  return { loans, open, byFilter }
}
