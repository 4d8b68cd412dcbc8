import { chartSource } from '@/lib/charts/chart-source.ts'
import { stateSwatches } from '@/lib/charts/state-shares.ts'
import { isRead, type ReadColumn } from '@/lib/evidence/column-heading.ts'
import { cellKey } from '@/lib/evidence/failing-cells.ts'
import { printPlace } from '@/lib/evidence/place-address.ts'
import { formatMeasureValue, rowName } from '@/lib/format/index.ts'
import type { Bucket, Stratification, TotalAverages } from '@/lib/report.ts'
import type { PackedAverage, PackedCell, PackedRow, PackedTable } from './packed-rows.ts'

/**
 * The rows of a table as one short string. A filing can print a thousand rows, and an element of the server's is in the
 * page twice: in its HTML and, several times as long, in the data that the browser takes it over by. `fails` is what the
 * checks say that fail on a cell, see `failingCells`.
 */
export function packRows(table: Stratification, fails: ReadonlyMap<string, string> = new Map()): string {
  const columns = table.columns.filter(isRead)
  // Of some of the rows alone the shades would be others than those of all.
  const swatches = table.cut ? null : stateSwatches(chartSource(table), 'percent')
  const packed: PackedTable = {
    columns: columns.map(({ measure, unit }) => ({ measure, isMoney: unit === 'cents' })),
    rows: table.buckets.map((bucket, index) => packRow(bucket, index, columns, fails, swatches?.[index])),
    total: table.total && {
      at: printPlace(table.total.at),
      label: table.total.label ?? 'Total',
      cells: packCells(table.total, 'total', columns, fails),
      ...(table.total.averages && { averages: packAverages(table.total.averages, columns) }),
    },
    notes: table.footnotes.map(({ mark }) => mark),
    ...(table.cut && { rowsInAll: table.cut.rows }),
  }
  return JSON.stringify(packed)
}

function packRow(
  bucket: Bucket,
  row: number,
  columns: ReadColumn[],
  fails: ReadonlyMap<string, string>,
  swatch: PackedRow['swatch'],
): PackedRow {
  return {
    at: printPlace(bucket.at),
    label: rowName(bucket),
    cells: packCells(bucket, row, columns, fails),
    ...(bucket.marks.length > 0 && { marks: bucket.marks }),
    ...(swatch !== undefined && { swatch }),
    ...(bucket.code === 'other' && { isResidual: true }),
  }
}

function packAverages(averages: TotalAverages, columns: ReadColumn[]): (PackedAverage | 0)[] {
  return columns.map(({ measure, unit, decimals }) => {
    const average = averages[measure]
    if (!average) return 0
    const [value, low, high] = [average.value, average.low, average.high].map(one =>
      formatMeasureValue(one, unit, decimals),
    )
    const says = low === high ? 'Computed' : `Computed from the rows; their rounding leaves ${low} to ${high}`
    return [value ?? '', says]
  })
}

type Figures = Pick<Bucket, 'values' | 'places'>

function packCells(
  { values, places }: Figures,
  row: number | 'total',
  columns: ReadColumn[],
  fails: ReadonlyMap<string, string>,
): PackedCell[] {
  return columns.map(({ measure, unit, decimals }) => {
    const value = values[measure] ?? null
    const at = places[measure]
    if (value === null && !at) return 0
    const text = value === null ? 'not read' : formatMeasureValue(value, unit, decimals)
    const says = fails.get(cellKey({ row, measure }))
    const shown = at ? printPlace(at) : 0
    return says === undefined ? [text, shown] : [text, shown, says]
  })
}
