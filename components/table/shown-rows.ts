import { useMemo } from 'react'
import type { PackedTable } from '@/lib/charts/packed-table.ts'
import { type Looking, useLooking } from '../view/view-store.ts'
import type { ShownRows, Wish } from './arrange-rows.ts'

/** The rows of a table as they are looked at. */
export function useShownRows(table: PackedTable): ShownRows {
  const order = useLooking(({ sorts }) => sorts.get(table.id)) ?? null
  const isCumulative = useLooking(({ cumulative }) => cumulative.has(table.id))
  // Measures matter to added-up shares alone, so that another one leaves the rows of all other tables as they are.
  const measure = useLooking(looking => (isCumulative ? looking.measure : null))
  // Read only where rows are arranged: when it comes, the other tables stay as they are.
  const arrange = useLooking(looking => (order || isCumulative ? looking.arrange : null))
  return useMemo(
    () => showRows(table, arrange, { order, isCumulative, measure }),
    [table, arrange, order, isCumulative, measure],
  )
}

/** The rows of a table for a wish; those of a longer table stay as they are, and all until it is known how to arrange them. */
export function showRows(table: PackedTable, arrange: Looking['arrange'], wish: Wish): ShownRows {
  if (arrange && isSortable(table) && (wish.order || wish.isCumulative)) return arrange(table, wish)
  return { order: null, rows: table.rows.map((_, row) => row), cumulative: null }
}

/** Whether all rows of the table are there: of some of them neither an order nor a sum would be of the table. */
export function isSortable({ rowsInAll }: PackedTable): boolean {
  return rowsInAll === undefined
}
