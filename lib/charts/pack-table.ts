import { printPlace } from '../addresses/place-address.ts'
import { cellKey } from '../evidence/failing-cells.ts'
import { rowName } from '../format/index.ts'
import { explainColumn, headColumn, isRead, type ReadColumn } from '../names/column-heading.ts'
import type { Bucket, FilingReport, Range, Stratification, TotalAverages } from '../report.ts'
import { type ChartSource, chartSource, type SharedScale } from './chart-source.ts'
import type {
  PackedAverage,
  PackedCell,
  PackedChart,
  PackedRow,
  PackedTable,
  RowExtras,
} from './packed-table.ts'
import { stateSwatches } from './state-shares.ts'

/** What is known of a table beside what it prints. */
export type Beside = {
  /** What the checks say that fail on a cell, see `failingCells`. */
  fails?: ReadonlyMap<string, string>
  /** What readers noted on places of the filing. */
  noted?: ReadonlyMap<string, string>
  /** What its chart shares with those that it stands beside. */
  scale?: SharedScale | undefined
  /** Where the label of a row leads; null for one that leads nowhere. */
  hrefOf?: ((row: Bucket) => string | null) | undefined
}

/**
 * A table as one short string. A filing can print a thousand rows, and an element of the server's is in the page twice: in
 * its HTML and, several times as long, in the data that the browser takes it over by.
 */
export function packTable(
  table: Stratification,
  statistics: FilingReport['statistics'],
  { fails = new Map(), noted = new Map(), scale, hrefOf = () => null }: Beside = {},
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
      ...packExtras(bucket, swatches?.[row], hrefOf(bucket)),
    ]),
    total: packTotal(table, columns, fails),
    notes: table.footnotes.map(({ mark }) => mark),
    ...packNoted(table, noted),
    chart: source && { ...packChart(source), ...(scale && { scale }) },
    ...(table.cut && { rowsInAll: table.cut.rows }),
  }
  return JSON.stringify(packed)
}

/** What was noted on figures of the table, by their places. */
function packNoted(
  { buckets, total }: Stratification,
  noted: ReadonlyMap<string, string>,
): Pick<PackedTable, 'noted'> {
  if (noted.size === 0) return {}
  const rows = total === null ? buckets : [...buckets, total]
  const places = rows.flatMap(({ places }) => Object.values(places).map(printPlace))
  const own = places.flatMap(at => {
    const text = noted.get(at)
    return text === undefined ? [] : [[at, text] as const]
  })
  return own.length > 0 ? { noted: Object.fromEntries(own) } : {}
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

function packExtras(
  { range, code, marks }: Bucket,
  swatch: RowExtras['swatch'],
  to: string | null,
): [RowExtras] | [] {
  const extras: RowExtras = {
    ...(range && { range: packRange(range) }),
    ...(code !== null && { code }),
    ...(marks.length > 0 && { marks }),
    ...(swatch !== undefined && { swatch }),
    ...(to !== null && { to }),
  }
  return Object.keys(extras).length > 0 ? [extras] : []
}

function packRange({ low, high, lowIncluded, highIncluded }: Range): NonNullable<RowExtras['range']> {
  const outside = (low === null || lowIncluded ? 0 : 1) + (high === null || highIncluded ? 0 : 2)
  return outside === 0 ? [low, high] : [low, high, outside]
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

function packChart({ unit, landmarks, ends, averages, lines, leadLine }: ChartSource): PackedChart {
  return { unit, landmarks, ends, averages, lines: lines.map(({ measure }) => measure), leadLine }
}
