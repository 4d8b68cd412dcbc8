import type { Unit } from '../report.ts'
import type { LoanColumns } from './loan-columns.ts'
import type { LoanKey } from './loan-key.ts'
import type { SliceAsked } from './read-slice.ts'
import { rowsOf, type TapeRow } from './rows.ts'
import { averagedBy } from './slice.ts'
import { averageOver, balanceOf, sharePct } from './stratify.ts'

/** What stands in one cell: the loans there, their balance in cents, what of all balance that is, and the figure that is shown. */
export type SplitCell = {
  loans: number
  balanceCents: number
  balancePct: number | null
  /** In the split's unit; null where no loan is there, or none tells the figure. */
  shown: number | null
}

/** One way to sort loans within another: a row for each of the first, a cell in it for each of the second, and sums at both ends. */
export type SplitWithin = {
  rows: LoanKey
  columns: LoanKey
  /** What cells show: its words, unit and decimals. */
  shows: { name: string; unit: Unit; decimals: number; isAverage: boolean }
  columnLabels: string[]
  lines: { label: string; code: string | null; cells: SplitCell[]; total: SplitCell }[]
  totals: SplitCell[]
  total: SplitCell
}

type Within = NonNullable<SliceAsked['within']>

const amounts = {
  balance: { name: 'Balance, $', unit: 'cents', decimals: 2, isAverage: false },
  share: { name: 'Percent of balance', unit: 'percent', decimals: 2, isAverage: false },
  loans: { name: 'Number of loans', unit: 'count', decimals: 0, isAverage: false },
} as const

/** Sort loans by one dimension within another, at the edges that are asked for. Every cell is computed from its own loans. */
export function splitWithin(
  columns: LoanColumns,
  loans: readonly number[],
  { rows, columns: within, cells }: Within,
  edges: SliceAsked['edges'],
): SplitWithin {
  const cellOf = cellMaker(columns, loans, cells)
  const sort = (key: LoanKey): TapeRow[] =>
    key.cut === null
      ? []
      : rowsOf(
          key.cut,
          { loans, values: columns.valuesBy(key), balances: columns.balances },
          edges.get(key.key),
        )
  const [lines, heads] = [sort(rows), sort(within)]
  const headOf = new Map(heads.flatMap((head, order) => head.loans.map(loan => [loan, order] as const)))
  return {
    rows,
    columns: within,
    shows: showsOf(cells),
    columnLabels: heads.map(({ label }) => label),
    lines: lines.map(line => {
      const byHead = Map.groupBy(line.loans, loan => headOf.get(loan) ?? -1)
      return {
        label: line.label,
        code: line.code,
        cells: heads.map((_, order) => cellOf(byHead.get(order) ?? [])),
        total: cellOf(line.loans),
      }
    }),
    totals: heads.map(head => cellOf(head.loans)),
    total: cellOf(loans),
  }
}

function showsOf(cells: Within['cells']): SplitWithin['shows'] {
  if (typeof cells === 'string') return amounts[cells]
  const { header, unit, decimals } = averagedBy(cells)
  return { name: header, unit, decimals, isAverage: true }
}

function cellMaker(columns: LoanColumns, all: readonly number[], cells: Within['cells']) {
  const whole = balanceOf(columns, all)
  const averaged = typeof cells === 'string' ? null : averagedBy(cells)
  return (loans: readonly number[]): SplitCell => {
    const balanceCents = balanceOf(columns, loans)
    const balancePct = sharePct(balanceCents, whole)
    const counted = { loans: loans.length, balanceCents, balancePct }
    if (loans.length === 0) return { ...counted, shown: null }
    if (averaged) return { ...counted, shown: averageOver(columns, loans, averaged).value }
    const shown = { balance: balanceCents, share: balancePct, loans: loans.length }
    return { ...counted, shown: typeof cells === 'string' ? shown[cells] : null }
  }
}
