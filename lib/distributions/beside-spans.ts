import { type Amount, isEmpty, percentOf } from './answer.ts'
import type { Bound, Distribution } from './distribution.ts'

/** A row that stands beside those between edges of one's own; null where the table does not tell an amount. */
export type RowBeside = Record<Amount, Bound | null> & { label: string }

/** The rows of loans without a figure, as the table has them: wherever it is cut, none of these loans lies between two edges. */
export function rowsWithoutFigure({ rows, total, groups }: Distribution): RowBeside[] {
  return rows
    .filter(row => row.holds === 'none' && !isEmpty(row))
    .map(({ label, loanCount, balanceCents, balancePct, countPct }) => ({
      label,
      loanCount,
      balanceCents,
      // Percents that the tables of loan groups print are of the group.
      balancePct: percentOf(balanceCents, total.balanceCents) ?? (groups ? null : balancePct),
      countPct: percentOf(loanCount, total.loanCount) ?? (groups ? null : countPct),
    }))
}

/** The total of a table; null where it tells neither loans nor balance. */
export function totalBeside({ total: { loanCount, balanceCents } }: Distribution): RowBeside | null {
  if (loanCount === null && balanceCents === null) return null
  const all = (of: Bound | null) => of && of.low > 0 && { low: 100, high: 100 }
  const [balancePct, countPct] = [all(balanceCents) || null, all(loanCount) || null]
  return { label: 'Total', loanCount, balanceCents, balancePct, countPct }
}
