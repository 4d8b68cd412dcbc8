import type { Stratification } from '../report.ts'
import { statisticKinds } from './registry.ts'
import type { TailFigure } from './tail.ts'

const kindsWithColumn = statisticKinds.flatMap(kind =>
  kind.measure === null ? [] : [{ ...kind, measure: kind.measure }],
)

/** The averages that total rows print under columns of their own, such as the pool's credit score. */
export function readTotalRow(table: Stratification): TailFigure[] {
  const { total } = table
  if (!total) return []
  return kindsWithColumn.flatMap(({ id, unit, measure }) => {
    const value = total.values[measure]
    const at = total.places[measure]
    if (value == null || at === undefined) return []
    const decimals = table.columns.find(column => column.measure === measure)?.decimals ?? 0
    return [{ id, unit, value, decimals, table, at }]
  })
}
