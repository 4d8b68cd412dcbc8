import type { Place, Stratification } from '../report.ts'
import { type Averaged, averagesOf, decimalsOfAverage } from './averages.ts'
import { type FilteredLoans, filterLoans } from './filter-loans.ts'
import type { LoanColumns } from './loan-columns.ts'
import type { LoanKey } from './loan-key.ts'
import { possibleValue } from './possible-values.ts'
import type { SliceAsked } from './read-slice.ts'
import { averageOver, balanceOf, sharePct, stratifyLoans } from './stratify.ts'

/** A weighted average of some loans, and how many of them tell its figure. */
export type SliceAverage = { averaged: Averaged; value: number | null; told: number }

/** What some loans come to. */
export type SliceSums = {
  loans: number
  balanceCents: number
  averageBalanceCents: number | null
  averages: SliceAverage[]
}

/** Some of the loans of an exhibit beside all of them. */
export type Slice = {
  filtered: FilteredLoans
  whole: SliceSums
  chosen: SliceSums
  /** What of the whole pool's balance is chosen, in percent. */
  balancePct: number | null
  stratifications: Stratification[]
}

const usualDecimals = 2

/** A figure as it is averaged for who asks for it: of the loans that tell it. */
export function averagedBy({ key, name, unit, decimals, of, cut }: LoanKey): Averaged {
  return {
    measure: key,
    dimension: cut?.dimension ?? null,
    figure: null,
    header: `Weighted average ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    unit,
    decimals: decimalsOfAverage(key) ?? Math.max(decimals, usualDecimals),
    asFarAsTold: true,
    of: loan => {
      const value = of(loan)
      // A dimension leaves out by itself what cannot be.
      return typeof value === 'number' ? possibleValue(key, value) : null
    },
  }
}

function sumsOf(columns: LoanColumns, loans: readonly number[], averaged: readonly Averaged[]): SliceSums {
  const balanceCents = balanceOf(columns, loans)
  return {
    loans: loans.length,
    balanceCents,
    averageBalanceCents: loans.length === 0 ? null : Math.round(balanceCents / loans.length),
    averages: averaged.map(one => ({ averaged: one, ...averageOver(columns, loans, one) })),
  }
}

/** Does any loan of the pool tell a figure? */
const isTold = (columns: LoanColumns) => (one: Averaged) => averageOver(columns, columns.all, one).told > 0

/** The loans that are asked for, sorted in every way, beside all loans; `at` is where these stand. */
export function sliceLoans(columns: LoanColumns, asked: SliceAsked, at: Place): Slice {
  const filtered = filterLoans(columns, asked.filters)
  const averaged = [
    ...averagesOf(columns.loans.kind).filter(isTold(columns)),
    ...asked.averages.map(averagedBy),
  ]
  const { stratifications } = stratifyLoans({
    columns,
    loans: filtered.loans,
    averaged,
    edges: asked.edges,
    at,
  })
  const [whole, chosen] = [columns.all, filtered.loans].map(loans => sumsOf(columns, loans, averaged))
  const none = sumsOf(columns, [], averaged)
  return {
    filtered,
    whole: whole ?? none,
    chosen: chosen ?? none,
    balancePct: sharePct(chosen?.balanceCents ?? 0, whole?.balanceCents ?? 0),
    stratifications: filtered.loans.length === 0 ? [] : stratifications,
  }
}
