import type { PackedRow, PackedTable } from '@/lib/charts/packed-table.ts'
import { type ExportTable, figureCell, textCell } from '@/lib/export/export-table.ts'
import { formatTsv } from '@/lib/export/tsv.ts'
import type { Looking } from '../view/view-store.ts'
import { copyText } from './copy-text.ts'
import { showRows } from './shown-rows.ts'

/** Copy a table as it is looked at, and say so on an element for two seconds. */
export async function copyTable(table: PackedTable, looking: Looking, says: HTMLElement): Promise<void> {
  await copyText(formatTsv(tableAsShown(table, looking)), says)
}

/** A table as it is looked at: its order, its added-up shares, its total. */
function tableAsShown(
  table: PackedTable,
  looking: Pick<Looking, 'sorts' | 'cumulative' | 'measure' | 'arrange'>,
): ExportTable {
  const { rows, cumulative } = showRows(table, looking.arrange, {
    order: looking.sorts.get(table.id) ?? null,
    isCumulative: looking.cumulative.has(table.id),
    measure: looking.measure,
  })
  const cellsOf = ([, label, cells]: PackedRow) => [
    textCell(label),
    ...table.columns.map(({ unit, decimals }, index) =>
      figureCell((cells[index] || null)?.[0], unit, decimals),
    ),
  ]
  const shareAt = (place: number) =>
    cumulative ? [figureCell(Number(cumulative[place]?.toFixed(2)), 'percent', 2)] : []
  return {
    headers: [table.stub, ...table.columns.map(({ head }) => head), ...(cumulative ? ['Cum. %'] : [])],
    rows: [
      ...rows.flatMap((row, place) => {
        const own = table.rows[row]
        return own ? [[...cellsOf(own), ...shareAt(place)]] : []
      }),
      ...(table.total ? [cellsOf(table.total)] : []),
    ],
  }
}
