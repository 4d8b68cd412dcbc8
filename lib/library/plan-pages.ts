import { toPlainGrid } from '../layout/plain-grid.ts'
import type { FilingReport, OtherTable, Place, Stratification } from '../report.ts'
import type { Ownership, OwnThings } from './own-things.ts'
import { partLimits } from './part-limits.ts'
import { fillPages, type Load, pagesOfRows, type Rows } from './rows-of-pages.ts'
import { weighFailures, weighOther, weighTable, weightOfGroup } from './weigh.ts'

/** A stratification as a page shows it: whole, or its first rows where it is long; then with all its rows by pages. */
export type PlannedTable = {
  table: Stratification
  shown: Stratification
  own: OwnThings
  pages: Rows[] | null
}
/** Another table likewise; `order` among those of the filing, from 1. */
export type PlannedOther = { table: OtherTable; shown: OtherTable; order: number; isLong: boolean }

/** A page of the deal. */
export type PlannedPage = {
  tables: PlannedTable[]
  others: PlannedOther[]
  /** Where in the filing the page begins; the first begins before everything. */
  from: { line: number; start: number }
  tablesBefore: number
  othersBefore: number
}

type Entry = { at: Place; load: Load } & (
  | { kind: 'table'; planned: PlannedTable }
  | { kind: 'other'; planned: PlannedOther }
)

/** The tables of a report in the order of the filing, by pages that can be drawn in a moment; at least one. */
export function planPages(report: FilingReport, owners: Ownership): PlannedPage[] {
  const entries: Entry[] = [
    ...report.stratifications.map((table): Entry => entryOfTable(table, owners.ofTable(table.id))),
    ...report.otherTables.map((table, index): Entry => entryOfOther(table, index + 1)),
  ].sort((one, other) => one.at.line - other.at.line || one.at.start - other.at.start)
  addGroups(entries)
  const { tables, bytes, checks } = partLimits
  const pages = fillPages(entries.length, order => entries[order]?.load ?? {}, { tables, bytes, checks })
  const [before, planned] = [{ tables: 0, others: 0 }, [] as PlannedPage[]]
  for (const { from, to } of pages.length > 0 ? pages : [{ from: 0, to: 0 }]) {
    const page = pageOf(entries.slice(from, to), planned.length, before)
    before.tables += page.tables.length
    before.others += page.others.length
    planned.push(page)
  }
  return planned
}

function pageOf(entries: Entry[], number: number, before: { tables: number; others: number }): PlannedPage {
  const at = number === 0 ? undefined : entries[0]?.at
  return {
    tables: entries.flatMap(entry => (entry.kind === 'table' ? entry.planned : [])),
    others: entries.flatMap(entry => (entry.kind === 'other' ? entry.planned : [])),
    from: { line: at?.line ?? 0, start: at?.start ?? 0 },
    tablesBefore: before.tables,
    othersBefore: before.others,
  }
}

function entryOfTable(table: Stratification, own: OwnThings): Entry {
  const isLong = isLongTable(table, own)
  const shown = withFewNotes(isLong ? firstRows(table) : table)
  const rowsShown = new Set<number | null>([null, ...shown.buckets.keys()])
  const checks = [...own.checksOfRow].reduce(
    (sum, [row, some]) => sum + (rowsShown.has(row) ? some.length : 0),
    0,
  )
  const failures = own.checks.filter(({ outcome }) => outcome === 'fail').length
  const bytes = weighTable(shown) + weighFailures(failures)
  const load = { tables: 1, bytes, checks: Math.min(checks, partLimits.checks) }
  return {
    kind: 'table',
    at: table.at,
    planned: { table, shown, own, pages: isLong ? pagesOfRows(table, own.checksOfRow) : null },
    load,
  }
}

/** Each loan group of a page has a line of its own; where another group begins, one is counted. */
function addGroups(entries: Entry[]) {
  let group: string | null = null
  for (const { planned, load, kind } of entries) {
    if (kind !== 'table' || !('own' in planned) || planned.table.loanGroup === group) continue
    group = planned.table.loanGroup
    load.bytes = (load.bytes ?? 0) + weightOfGroup
  }
}

function isLongTable({ buckets, columns }: Stratification, { checks }: OwnThings): boolean {
  const most = partLimits.wholeTable
  return (
    buckets.length > most.rows || buckets.length * columns.length > most.cells || checks.length > most.checks
  )
}

/** The table with its first rows. */
function firstRows(table: Stratification): Stratification {
  const { columns } = table
  const { rows, cells } = partLimits.head
  const shown = Math.max(1, Math.min(rows, Math.floor(cells / Math.max(1, columns.length))))
  return cutRows(table, 0, shown)
}

/** Some rows of a stratification; the end is exclusive. */
export function cutRows(table: Stratification, from: number, to: number): Stratification {
  const { buckets, columns } = table
  const cut = { rows: buckets.length, rowsBefore: from, columns: columns.length, columnsBefore: 0 }
  return { ...table, buckets: buckets.slice(from, to), cut }
}

/** The table with as many of its notes as a page shows. */
export function withFewNotes(table: Stratification): Stratification {
  const { footnotes } = table
  return footnotes.length <= partLimits.notes
    ? table
    : { ...table, footnotes: footnotes.slice(0, partLimits.notes) }
}

function entryOfOther(table: OtherTable, order: number): Entry {
  const most = partLimits.wholeOther
  const isLong =
    table.rows.length > most.rows || countCells(table) > most.cells || weighOther(table) > most.bytes
  const shown = isLong ? firstCells(table) : table
  const load = { tables: 1, bytes: weighOther(shown), checks: 0 }
  return { kind: 'other', at: table.at, planned: { table, shown, order, isLong }, load }
}

function countCells({ rows }: OtherTable): number {
  return rows.reduce((sum, row) => sum + row.length, 0)
}

/** The table with its first rows and columns, fewer where their cells are large. */
function firstCells(table: OtherTable): OtherTable {
  const { rows, columns, bytes } = partLimits.headOther
  const few = { ...table, rows: table.rows.slice(0, rows).map(row => row.slice(0, columns)) }
  let shown = few.rows.length
  while (shown > 1 && weighOther({ ...few, rows: few.rows.slice(0, shown) }) > bytes) shown--
  return cutCells(table, { from: 0, to: shown }, { from: 0, to: columns })
}

/**
 * Some rows of a table that is no stratification, and of them some cells. What stands beyond the first is beside the
 * first column, which labels the rows, and under the first row where that heads the others.
 */
export function cutCells(table: OtherTable, rows: Rows, columns: Rows): OtherTable {
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const head = rows.from > 0 && repeatedRows(table) > 0 ? table.rows.slice(0, 1) : []
  const cells = (row: string[]) => [
    ...(columns.from > 0 ? row.slice(0, 1) : []),
    ...row.slice(columns.from, columns.to),
  ]
  return {
    ...table,
    rows: [...head, ...table.rows.slice(rows.from, rows.to)].map(cells),
    cut: { rows: table.rows.length, rowsBefore: rows.from, columns: width, columnsBefore: columns.from },
  }
}

/** So many rows at the head of a table stand on each of its pages: the one that heads its columns, where there is one. */
export function repeatedRows({ rows }: OtherTable): number {
  return toPlainGrid(rows.slice(0, partLimits.headOther.rows)).head === null ? 0 : 1
}
