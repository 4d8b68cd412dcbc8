import type { Stratification } from '../report.ts'
import { statisticKinds } from './registry.ts'
import type { TailFigure } from './tail.ts'

/** The averages that total rows print under columns of their own, such as the pool's credit score. */
export function readTotalRow(table: Stratification): TailFigure[] {
  const { total } = table
  if (!total) return []
  return statisticKinds.flatMap(({ id, unit, measure }) => {
    const value = measure === null ? null : (total.values[measure] ?? null)
    const at = measure === null ? null : (total.places[measure] ?? null)
    if (value === null || at === null) return []
    const decimals = table.columns.find(column => column.measure === measure)?.decimals ?? 0
    return [{ id, unit, value, decimals, table, at }]
  })
}
