'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type PackedTable, unpackTable } from '@/lib/charts/packed-table.ts'

const Tables = createContext<ReadonlyMap<string, PackedTable>>(new Map())

/** Tables, packed, for everything inside that shows something of them: each comes to the browser once. */
export function TableData({ packed, children }: { packed: readonly string[]; children?: ReactNode }) {
  const tables = useMemo(
    () => new Map(packed.map(one => unpackTable(one)).map(table => [table.id, table])),
    [packed],
  )
  return <Tables value={tables}>{children}</Tables>
}

/** The same of several tables. */
export function useTables(ids: readonly string[]): PackedTable[] {
  const tables = useContext(Tables)
  return ids.flatMap(id => tables.get(id) ?? [])
}

/** A table that stands in the `TableData` around, by its id. */
export function useTable(id: string): PackedTable {
  const table = useContext(Tables).get(id)
  if (!table) throw new Error(`The table ${id} is not on this part of the page.`)
  return table
}
