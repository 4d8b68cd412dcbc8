import { chartModel } from '@/lib/charts/chart-model.ts'
import { chartOfTable } from '@/lib/charts/chart-of-table.ts'
import type { ChartMeasure } from '@/lib/charts/chart-source.ts'
import type { LineWish } from '@/lib/charts/choose-line.ts'
import { describeChart } from '@/lib/charts/describe-chart.ts'
import type { PackedTable } from '@/lib/charts/packed-table.ts'
import { BothStills } from './both-stills.tsx'

export type StillsProps = {
  table: PackedTable
  measure: ChartMeasure
  line: LineWish
  /** There is never room for the wide still. */
  isNarrow: boolean
  /** Called in the browser where no stills came with the page. */
  onMissing: () => void
}

/**
 * The stills of a table's figure where pages are drawn, from the table as it travels. The browser takes `kept-stills.tsx` in
 * their place (`#table-stills` in package.json): it keeps what came, so that neither a still nor what draws it is sent twice.
 */
export function TableStills({ table, measure, line, isNarrow }: StillsProps) {
  const source = chartOfTable(table)
  if (source === null) return null
  const model = chartModel(source, measure)
  return (
    <div className="stills">
      <BothStills figure={table.id} name={describeChart(model, line)} {...{ model, line, isNarrow }} />
    </div>
  )
}
