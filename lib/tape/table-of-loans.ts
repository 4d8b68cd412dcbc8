import { LoanSpread, type TableOfLoans } from '../distributions/index.ts'
import type { Stratification } from '../report.ts'
import type { Cut } from './cut.ts'
import { cutsOf } from './cuts.ts'
import type { LoanColumns } from './loan-columns.ts'

const spreads = new WeakMap<LoanColumns, Map<string, LoanSpread>>()

/** Loans by the figure of a dimension, put in order when it is first asked for. */
function spreadBy(columns: LoanColumns, cut: Cut): LoanSpread {
  const known = spreads.get(columns) ?? new Map<string, LoanSpread>()
  spreads.set(columns, known)
  const old = known.get(cut.dimension)
  if (old) return old
  const figures = Float64Array.from(columns.valuesBy({ key: cut.dimension, of: cut.of, cut }), value =>
    typeof value === 'number' ? value : Number.NaN,
  )
  const spread = new LoanSpread(figures, columns.balances)
  known.set(cut.dimension, spread)
  return spread
}

/** A table that was computed from loans, with these behind it; any other as it is. */
export function tableOfLoans(table: Stratification, columns: LoanColumns): Stratification | TableOfLoans {
  const cut = cutsOf(columns.loans.kind).find(({ dimension }) => dimension === table.dimension)
  if (!table.computed || cut === undefined || cut.unit === 'text') return table
  return {
    ...table,
    get spread() {
      return spreadBy(columns, cut)
    },
  }
}
