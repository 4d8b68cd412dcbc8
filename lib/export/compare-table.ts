import type { Amount, Bound } from '../distributions/index.ts'
import { type Cell, type ExportTable, figureCell, textCell, withUnit } from './export-table.ts'

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
const millionth = 1e6

/** Deals side by side as a plain table: of each what it has at least and at most, and how far that lies above the base. */
export function compareTable({ measure, base, deals, rows }: Comparison): ExportTable {
  const unit = units[measure]
  const names = deals.map(({ name, loanGroup }) => (loanGroup === null ? name : `${name}, ${loanGroup}`))
  const ends = (name: string) => [withUnit(`${name}, at least`, unit), withUnit(`${name}, at most`, unit)]
  const cells = (bounds: readonly (Bound | null)[]): Cell[] =>
    bounds.flatMap(bound => {
      const [low, high] = bound === null ? [null, null] : roundedOut(bound, unit === 'percent')
      return [figureCell(low, unit, null), figureCell(high, unit, null)]
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

/** Percents to a millionth, never narrower than they are; of an exact one both ends are the same. */
function roundedOut({ low, high }: Bound, isPercent: boolean): [number, number] {
  if (!isPercent) return [low, high]
  if (low === high) return [Number(low.toFixed(6)), Number(high.toFixed(6))]
  return [Math.floor(low * millionth) / millionth, Math.ceil(high * millionth) / millionth]
}
