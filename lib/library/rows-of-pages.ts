import type { Check, OtherTable, Stratification } from '../report.ts'
import { partLimits } from './part-limits.ts'
import { weighCells, weighRow } from './weigh.ts'

/** Rows of a table, by their order from 0; the end is exclusive. */
export type Rows = { from: number; to: number }

/** What a thing takes of each limit of a page. */
export type Load = Record<string, number>

/** The rows of a stratification page by page. */
export function pagesOfRows(
  { buckets }: Stratification,
  checksOfRow: ReadonlyMap<number | null, Check[]>,
): Rows[] {
  const loadOf = (row: number): Load => {
    const bucket = buckets[row]
    const checks = checksOfRow.get(row)?.length ?? 0
    if (!bucket) return { rows: 1, checks }
    return { rows: 1, cells: Object.keys(bucket.values).length, checks, bytes: weighRow(bucket) }
  }
  return fillPages(buckets.length, loadOf, partLimits.rowsPage)
}

/** The rows of a table that is no stratification page by page; those repeated at the head of each page are left out. */
export function pagesOfCells({ rows }: Pick<OtherTable, 'rows'>, repeated: number): Rows[] {
  const loadOf = (row: number): Load => {
    const cells = rows[row + repeated] ?? []
    return { rows: 1, cells: cells.length, bytes: weighCells(cells) }
  }
  return fillPages(rows.length - repeated, loadOf, partLimits.othersPage).map(({ from, to }) => ({
    from: from + repeated,
    to: to + repeated,
  }))
}

/** Pages of a number of things, as full as the limits allow; a thing that is beyond them is a page of its own. */
export function fillPages(count: number, loadOf: (order: number) => Load, most: Load): Rows[] {
  const pages: Rows[] = []
  let from = 0
  let filled: Load = {}
  for (let order = 0; order < count; order++) {
    const load = loadOf(order)
    if (order > from && isTooMuch(filled, load, most)) {
      pages.push({ from, to: order })
      from = order
      filled = {}
    }
    for (const key in load) filled[key] = (filled[key] ?? 0) + (load[key] ?? 0)
  }
  return count > from ? [...pages, { from, to: count }] : pages
}

function isTooMuch(filled: Load, load: Load, most: Load): boolean {
  for (const key in load) if ((filled[key] ?? 0) + (load[key] ?? 0) > (most[key] ?? Infinity)) return true
  return false
}
