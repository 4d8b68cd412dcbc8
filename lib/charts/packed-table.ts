import type { Unit } from '../report.ts'
import type { AxisEnds, ChartAverage, SharedScale } from './chart-source.ts'

/**
 * A figure in its measure's unit, null where it is printed and could not be read; the place it leads to; and what the checks
 * say that fail on it. 0 for a cell in which nothing is printed.
 */
export type PackedCell = [value: number | null, at: string | 0, fails?: string] | 0

/** A row, known by its place: its label, its figures in the order of the columns, and what few rows have. */
export type PackedRow = [at: string, label: string, cells: PackedCell[], more?: RowExtras]
export type RowExtras = {
  /** `outside`: 1 where the low end is not in it, 2 where the high one is not, 3 neither; left out where both are. */
  range?: [low: number | null, high: number | null, outside?: number]
  code?: string
  marks?: string[]
  /** Where its label leads: to just its loans. */
  to?: string
  /** The shade of its state on the map. */
  swatch?: string | number
  /** Of a total: the averages that it does not print, by column, 0 where there is none. */
  averages?: (PackedAverage | 0)[]
}

/** A figure that the filing does not print, computed from its rows, and the least and the most that their rounding leaves. */
export type PackedAverage = [value: number, low: number, high: number]

export type PackedColumn = {
  measure: string
  unit: Unit | null
  decimals: number
  /** What stands over it, and what that means. */
  head: string
  says: string
}

/** What a table's chart needs beside its rows. */
export type PackedChart = {
  unit: Unit | null
  landmarks: readonly number[]
  ends: AxisEnds
  averages: ChartAverage[]
  /** Measures of the columns that a second line can show, and of the one that stands by itself. */
  lines: string[]
  leadLine: string | null
  scale?: SharedScale
}

/** A table as it travels to the browser, once: its rows, its chart and what is copied of it are drawn from this alone. */
export type PackedTable = {
  id: string
  title: string
  /** Over the labels of the rows. */
  stub: string
  columns: PackedColumn[]
  rows: PackedRow[]
  total: PackedRow | null
  /** Marks that have a footnote. */
  notes: string[]
  /** What readers noted on its figures, by place; left out where nobody did. */
  noted?: Record<string, string>
  /** Null where the table is only some of its rows, of which no chart is drawn. */
  chart: PackedChart | null
  /** How many rows the table has, where these are only some of them. */
  rowsInAll?: number
}

/** The table that `packTable` packed. Only ever given what the same page packed. */
export function unpackTable(text: string): PackedTable {
  return JSON.parse(text) as PackedTable
}

/** A measure's figures in row order; null where a row has none, and for all where the table has no such column. */
export function figuresOf({ columns, rows }: PackedTable, measure: string): (number | null)[] {
  const column = columns.findIndex(one => one.measure === measure)
  return rows.map(([, , cells]) => cells[column] || null).map(cell => cell?.[0] ?? null)
}

/** Where the figures of a row are printed, by measure; those that lead nowhere are left out. */
export function placesOfRow({ columns, rows }: PackedTable, row: number): Map<string, string> {
  const [, , cells = []] = rows[row] ?? []
  return new Map(
    columns.flatMap(({ measure }, column) => {
      const at = (cells[column] || null)?.[1]
      return at ? [[measure, at] as const] : []
    }),
  )
}
