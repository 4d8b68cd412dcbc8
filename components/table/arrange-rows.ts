import { runningShares } from '@/lib/charts/cumulative.ts'
import { figuresOf, type PackedTable } from '@/lib/charts/packed-table.ts'
import type { Order } from '../view/view.ts'

/** How a table is shown: its rows by their numbers in the filing's order, and the shares they add up to where these are shown. */
export type ShownRows = { order: Order | null; rows: number[]; cumulative: number[] | null }
export type Wish = { order: Order | null; isCumulative: boolean; measure: string | null }
export type ArrangeRows = (table: PackedTable, wish: Wish) => ShownRows

/** The rows of a table in an order and with their shares added up; a column that it lacks is the order of the filing. */
export const arrangeRows: ArrangeRows = (table, { order, isCumulative, measure }) => {
  const own = table.rows.map((_, row) => row)
  const isThere = order !== null && columnsOf(table).includes(order.column)
  const rows = isThere ? own.toSorted(compareRows(table, order)) : own
  return {
    order: isThere ? order : null,
    rows,
    cumulative: isCumulative ? addUp(table, rows, measure) : null,
  }
}

/** Columns by which rows can be put in order: their labels, and each measure. */
function columnsOf({ columns }: PackedTable): string[] {
  return ['label', ...columns.map(({ measure }) => measure)]
}

/** Figures by size, labels by words; rows without the figure come last. */
function compareRows(table: PackedTable, { column, isDescending }: Order) {
  const sign = isDescending ? -1 : 1
  if (column === 'label') {
    const labels = table.rows.map(([, label]) => label)
    const byWords = new Intl.Collator('en', { numeric: true })
    return (a: number, b: number) => sign * byWords.compare(labels[a] ?? '', labels[b] ?? '')
  }
  const figures = figuresOf(table, column)
  return (a: number, b: number) => {
    const [x, y] = [figures[a] ?? null, figures[b] ?? null]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (x - y)
  }
}

/** Measures that shares can be added up from, best first: balances are exact where percents are rounded. */
const bases = ['balanceCents', 'loanCount', 'balancePct']

/** The running shares of the rows in percent; null where no column allows any. Of loans where these are looked at. */
function addUp(table: PackedTable, rows: readonly number[], measure: string | null): number[] | null {
  const chosen = measure === 'loanCount' ? ['loanCount', ...bases] : bases
  const base = chosen.find(one => table.columns.some(column => column.measure === one))
  if (base === undefined) return null
  const figures = figuresOf(table, base)
  return runningShares(rows.map(row => figures[row] ?? null))
}
