/**
 * A figure as shown with the place it leads to, and what the checks that fail on it say; 0 for a cell in which nothing is
 * printed.
 */
export type PackedCell = [text: string, at: string | 0, fails?: string] | 0

/** A row as it is drawn, known by its place: its label, figures, footnote marks, and what its swatch shows. */
export type PackedRow = {
  at: string
  label: string
  cells: PackedCell[]
  marks?: string[]
  swatch?: string | number
  isResidual?: true
  /** Of a total: the averages that it does not print, by column, see `PackedAverage`. */
  averages?: (PackedAverage | 0)[]
}

/** A figure that the filing does not print, and how it came about. */
export type PackedAverage = [text: string, says: string]

/** Money has its cents in grey. */
export type PackedColumn = { measure: string; isMoney: boolean }

export type PackedTable = {
  columns: PackedColumn[]
  rows: PackedRow[]
  total: PackedRow | null
  /** Marks that have a footnote. */
  notes: string[]
  /** How many rows the table has, where these are only some of them. */
  rowsInAll?: number
}

/** The rows that `packRows` packed. Only ever given what the same page packed. */
export function unpackRows(text: string): PackedTable {
  return JSON.parse(text) as PackedTable
}
