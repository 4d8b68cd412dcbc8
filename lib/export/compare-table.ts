import type { Amount, Bound } from '../distributions/index.ts'
import { type Cell, type ExportTable, figureCell, textCell, withUnit } from './export-table.ts'
import { roundedOut } from './regrouped-table.ts'

/** A comparison as its call answers it, as far as a table has it. */
type Comparison = {
  measure: Amount
  /** The deal that differences are from, as the address names it; null where none is chosen. */
  base: string | null
  deals: readonly { name: string; loanGroup: string | null }[]
  rows: readonly {
    label: string
    values: readonly (Bound | null)[]
    differences: readonly (Bound | null)[]
  }[]
}

const units = { loanCount: null, balanceCents: 'cents', balancePct: 'percent', countPct: 'percent' } as const

/** Deals side by side as a plain table: of each what it has at least and at most, and how far that lies above the base. */
export function compareTable({ measure, base, deals, rows }: Comparison): ExportTable {
  const unit = units[measure]
  const names = deals.map(({ name, loanGroup }) => (loanGroup === null ? name : `${name}, ${loanGroup}`))
  const ends = (name: string) => [withUnit(`${name}, at least`, unit), withUnit(`${name}, at most`, unit)]
  const cells = (bounds: readonly (Bound | null)[]): Cell[] =>
    bounds.flatMap(bound => {
      const shown = bound && unit === 'percent' ? roundedOut(bound) : bound
      return [figureCell(shown?.low, unit, null), figureCell(shown?.high, unit, null)]
    })
  return {
    headers: [
      'Row',
      ...names.flatMap(ends),
      ...(base === null ? [] : names.flatMap(name => ends(`${name}, above ${base}`))),
    ],
    rows: rows.map(({ label, values, differences }) => [
      textCell(label),
      ...cells(values),
      ...(base === null ? [] : cells(names.map((_, order) => differences[order] ?? null))),
    ]),
  }
}
