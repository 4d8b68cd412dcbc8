import { explainColumn, headColumn, isRead, type ReadColumn } from '../evidence/column-heading.ts'
import { cellKey } from '../evidence/failing-cells.ts'
import { printPlace } from '../evidence/place-address.ts'
import { rowName } from '../format/index.ts'
import type { Bucket, FilingReport, Stratification, TotalAverages } from '../report.ts'
import { type ChartSource, chartSource } from './chart-source.ts'
import type { PackedAverage, PackedCell, PackedRow, PackedTable, RowExtras } from './packed-table.ts'
import { stateSwatches } from './state-shares.ts'

/**
 * A table as one short string. A filing can print a thousand rows, and an element of the server's is in the page twice: in
 * its HTML and, several times as long, in the data that the browser takes it over by. `fails` is what the checks say that
 * fail on a cell, see `failingCells`.
 */
export function packTable(
  table: Stratification,
  statistics: FilingReport['statistics'],
  fails: ReadonlyMap<string, string> = new Map(),
): string {
  const columns = table.columns.filter(isRead)
  // Of some of the rows alone a chart, and the shades of its map, would be others than those of all.
  const source = table.cut ? null : chartSource(table, statistics)
  const swatches = source && stateSwatches(source, 'percent')
  const packed: PackedTable = {
    id: table.id,
    title: table.title,
    stub: table.stub?.header ?? table.title,
    columns: columns.map(packColumn),
    rows: table.buckets.map((bucket, row) => [
      printPlace(bucket.at),
      rowName(bucket),
      packCells(bucket, row, columns, fails),
      ...packExtras(bucket, swatches?.[row]),
    ]),
    total: packTotal(table, columns, fails),
    notes: table.footnotes.map(({ mark }) => mark),
    chart: source && packChart(source),
    ...(table.cut && { rowsInAll: table.cut.rows }),
  }
  return JSON.stringify(packed)
}

function packColumn(column: ReadColumn): PackedTable['columns'][number] {
  const { measure, unit, decimals } = column
  return { measure, unit, decimals, head: headColumn(column), says: explainColumn(column) }
}

function packTotal(
  { total }: Stratification,
  columns: ReadColumn[],
  fails: ReadonlyMap<string, string>,
): PackedRow | null {
  if (total === null) return null
  const { averages } = total
  const at = printPlace(total.at)
  const row: PackedRow = [at, total.label ?? 'Total', packCells(total, 'total', columns, fails)]
  return averages ? [row[0], row[1], row[2], { averages: packAverages(averages, columns) }] : row
}

function packAverages(averages: TotalAverages, columns: ReadColumn[]): (PackedAverage | 0)[] {
  return columns.map(({ measure }) => {
    const average = averages[measure]
    return average ? [average.value, average.low, average.high] : 0
  })
}

function packExtras({ range, code, marks }: Bucket, swatch: RowExtras['swatch']): [RowExtras] | [] {
  const extras: RowExtras = {
    ...(range && { range: [range.low, range.high] }),
    ...(code !== null && { code }),
    ...(marks.length > 0 && { marks }),
    ...(swatch !== undefined && { swatch }),
  }
  return Object.keys(extras).length > 0 ? [extras] : []
}

type Figures = Pick<Bucket, 'values' | 'places'>

function packCells(
  { values, places }: Figures,
  row: number | 'total',
  columns: ReadColumn[],
  fails: ReadonlyMap<string, string>,
): PackedCell[] {
  return columns.map(({ measure }) => {
    const value = values[measure] ?? null
    const at = places[measure]
    if (value === null && !at) return 0
    const says = fails.get(cellKey({ row, measure }))
    const shown = at ? printPlace(at) : 0
    return says === undefined ? [value, shown] : [value, shown, says]
  })
}

function packChart({ unit, landmarks, ends, averages, lines, leadLine }: ChartSource): PackedTable['chart'] {
  return { unit, landmarks, ends, averages, lines: lines.map(({ measure }) => measure), leadLine }
}
