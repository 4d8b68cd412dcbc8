import { chartSource } from '../charts/chart-source.ts'
import { areStates } from '../charts/state-shares.ts'
import { rowName } from '../format/index.ts'
import type { Bucket, Issue, OtherTable, Stratification } from '../report.ts'

/**
 * About how many bytes of a page its things take, drawn and as data. Measured on filings of sixty tables, of a hundred
 * small tables of each kind of chart, and of a hundred thousand rows; texts count by their characters, for a filing may print a page of them in one cell.
 */
const bytes = {
  table: 12_000,
  /** A map draws every state, however few rows the table has, and says each row of it once more. */
  map: 28_000,
  rowOfMap: 330,
  group: 9000,
  row: 260,
  cell: 190,
  note: 500,
  failure: 2400,
  otherTable: 3500,
  otherCell: 50,
  issue: 600,
}
/** So many times a text stands on a page: a title over its table, in the index, in names of buttons and figures. */
const times = { title: 24, label: 4, header: 5, note: 3, other: 3, issue: 5 }

/** Bytes of a stratification with its chart. */
export function weighTable(table: Stratification): number {
  const { title, columns, buckets, footnotes } = table
  const headers = columns.reduce((sum, { header }) => sum + times.header * header.length, 0)
  const notes = footnotes.reduce((sum, { text }) => sum + bytes.note + times.note * text.length, 0)
  const rows = buckets.reduce((sum, bucket) => sum + weighRow(bucket), 0)
  return bytes.table + weighMap(table) + times.title * title.length + headers + notes + rows
}

/** Bytes that a table's chart takes beyond those of any; it is a map or it is not. */
function weighMap(table: Stratification): number {
  return areStates(chartSource(table)) ? bytes.map + bytes.rowOfMap * table.buckets.length : 0
}

/** Bytes of one row of a stratification. */
export function weighRow(bucket: Bucket): number {
  const { values, marks } = bucket
  return (
    bytes.row +
    times.label * rowName(bucket).length +
    bytes.cell * (Object.keys(values).length + marks.length)
  )
}

/** Failing checks of a table that its section lists. */
const failuresListed = 20

/** Bytes of the failing checks of a table. */
export function weighFailures(count: number): number {
  return bytes.failure * Math.min(count, failuresListed)
}

/** Bytes of a loan group's own line and its choice. */
export const weightOfGroup = bytes.group

/** Bytes of a table that is no stratification. */
export function weighOther({ title, reason, rows }: OtherTable): number {
  const words = (title?.length ?? 0) * times.title + reason.length * times.other
  return bytes.otherTable + words + rows.reduce((sum, row) => sum + weighCells(row), 0)
}

/** Bytes of one row of such a table. */
export function weighCells(row: readonly string[]): number {
  return row.reduce((sum, cell) => sum + bytes.otherCell + times.other * cell.length, 0)
}

/** Bytes of an issue, which stands in its table's section and in the list of all. */
export function weighIssue({ message }: Issue): number {
  return bytes.issue + times.issue * message.length
}
