import { cellKey } from '@/lib/evidence/failing-cells.ts'
import { printPlace } from '@/lib/evidence/place-address.ts'
import type { SideBySide } from '@/lib/evidence/side-by-side.ts'
import { formatMeasureValue, rowName } from '@/lib/format/index.ts'
import type { Stratification } from '@/lib/report.ts'
import type { PackedCell } from '../table/packed-rows.ts'

/** A row: its label, then for each group a cell of every measure; 0 for a group that does not print the row. */
export type SideRow = [label: string, ...groups: (PackedCell[] | 0)[]]
export type PackedSide = { measures: string[]; rows: SideRow[]; total: SideRow | null }

/**
 * The aligned rows of several groups as one short string: as elements of the server's, cells would be in the page twice.
 * `fails` is what the checks say that fail on cells, for each table.
 */
export function packSideBySide(
  { tables, rows }: SideBySide,
  measures: readonly string[],
  fails: readonly ReadonlyMap<string, string>[],
): string {
  const cellsOf = (table: Stratification, column: number, row: number | 'total'): PackedCell[] | 0 => {
    const figures = row === 'total' ? table.total : table.buckets[row]
    if (!figures) return 0
    return measures.map(measure =>
      packCell(table, figures, measure, fails[column]?.get(cellKey({ row, measure }))),
    )
  }
  const packed: PackedSide = {
    measures: [...measures],
    rows: rows.map(({ buckets }) => [
      labelOf(tables, buckets),
      ...tables.map((table, column) => {
        const row = buckets[column] ?? null
        return row === null ? 0 : cellsOf(table, column, row)
      }),
    ]),
    total: tables.some(({ total }) => total !== null)
      ? ['Total', ...tables.map((table, column) => cellsOf(table, column, 'total'))]
      : null,
  }
  return JSON.stringify(packed)
}

/** The label as the first group prints it that prints the row. */
function labelOf(tables: readonly Stratification[], buckets: readonly (number | null)[]): string {
  for (const [column, row] of buckets.entries()) {
    const bucket = row === null ? undefined : tables[column]?.buckets[row]
    if (bucket) return rowName(bucket)
  }
  return ''
}

type Figures = Pick<Stratification['buckets'][number], 'values' | 'places'>

function packCell(
  { columns }: Stratification,
  { values, places }: Figures,
  measure: string,
  says: string | undefined,
): PackedCell {
  const column = columns.find(column => column.measure === measure)
  const value = values[measure] ?? null
  if (!column || value === null) return 0
  const at = places[measure]
  const text = formatMeasureValue(value, column.unit, column.decimals)
  const shown = at ? printPlace(at) : 0
  return says === undefined ? [text, shown] : [text, shown, says]
}
