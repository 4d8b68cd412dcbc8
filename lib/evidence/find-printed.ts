import { isInside, isSamePlace } from '../addresses/place-address.ts'
import type {
  Bucket,
  Column,
  FilingReport,
  Footnote,
  OtherTable,
  Place,
  Statistic,
  Stratification,
} from '../report.ts'
import { findFacts } from './deal-facts.ts'

/** What the reader took from a place of the filing. `row` is a bucket's index, or the total. */
export type PrintedThing =
  | { kind: 'value'; table: Stratification; row: number | 'total'; measure: string; at: Place }
  | { kind: 'label'; table: Stratification; row: number | 'total'; at: Place }
  | { kind: 'header'; table: Stratification; column: Column | null; at: Place }
  | { kind: 'footnote'; table: Stratification; footnote: Footnote; at: Place }
  | { kind: 'table'; table: Stratification; at: Place }
  | { kind: 'other-table'; other: OtherTable; at: Place }
  | { kind: 'statistic'; statistic: Statistic; at: Place }
  | { kind: 'fact'; name: string; value: string; at: Place }
  | { kind: 'text'; at: Place }

/** Whether a place on one line shares a column with a figure: columns copied by hand are easily one off. */
function overlaps(at: Place, figure: Place): boolean {
  const isOneLine = at.lastLine === undefined || at.lastLine === at.line
  return (
    isOneLine &&
    at.line === figure.line &&
    at.start < figure.end &&
    figure.start < Math.max(at.end, at.start + 1)
  )
}

type Row = { row: number | 'total'; places: Record<string, Place>; label: Place | null }

/**
 * What is printed at a place: the smallest thing the reader took from it, figures before the labels, notes and tables
 * around them. Text that nothing was taken from comes back as `text`, with the place asked for.
 */
export function findPrinted(report: FilingReport, at: Place): PrintedThing {
  const printed = withPrintedTables(report)
  return (
    findValue(printed, at) ??
    findStatistic(printed, at) ??
    findInTables(printed, at) ??
    findFact(printed, at) ??
    findTable(printed, at) ?? { kind: 'text', at }
  )
}

/** A table that is computed from loans stands nowhere: all of it has the place of the loans. */
function withPrintedTables(report: FilingReport): FilingReport {
  return { ...report, stratifications: report.stratifications.filter(({ computed }) => !computed) }
}

function findStatistic({ statistics }: FilingReport, at: Place): PrintedThing | null {
  const statistic = statistics.find(statistic => statistic.at !== null && isInside(at, statistic.at))
  return statistic?.at ? { kind: 'statistic', statistic, at: statistic.at } : null
}

function findInTables({ stratifications }: FilingReport, at: Place): PrintedThing | null {
  for (const table of stratifications) {
    const found = findInTable(table, at)
    if (found) return found
  }
  return null
}

/** A figure of a table. Averages in total rows are stated for the pool as well; there they have a row and a column. */
function findValue({ stratifications }: FilingReport, at: Place): PrintedThing | null {
  for (const table of stratifications)
    for (const { row, places } of rowsOf(table)) {
      const value = Object.entries(places).find(([, place]) => overlaps(at, place))
      if (value) return { kind: 'value', table, row, measure: value[0], at: value[1] }
    }
  return null
}

function findInTable(table: Stratification, at: Place): PrintedThing | null {
  for (const { row, label } of rowsOf(table))
    if (label && isInside(at, label)) return { kind: 'label', table, row, at: label }
  return findHeader(table, at) ?? findFootnote(table, at)
}

function rowsOf(table: Stratification): Row[] {
  const rows: Row[] = table.buckets.map(({ places, at }: Bucket, row) => ({ row, places, label: at }))
  const { total } = table
  return total
    ? [...rows, { row: 'total', places: total.places, label: total.label ? total.at : null }]
    : rows
}

function findHeader(table: Stratification, at: Place): PrintedThing | null {
  const column = table.columns.find(column => isSamePlace(at, column.at))
  if (column) return { kind: 'header', table, column, at: column.at }
  return table.stub && isSamePlace(at, table.stub.at)
    ? { kind: 'header', table, column: null, at: table.stub.at }
    : null
}

function findFootnote(table: Stratification, at: Place): PrintedThing | null {
  const footnote = table.footnotes.find(footnote => isInside(at, footnote.at))
  return footnote ? { kind: 'footnote', table, footnote, at: footnote.at } : null
}

function findFact({ deal }: FilingReport, at: Place): PrintedThing | null {
  const fact = findFacts(deal).find(fact => isInside(at, fact.at))
  return fact ? { kind: 'fact', ...fact } : null
}

function findTable({ stratifications, otherTables }: FilingReport, at: Place): PrintedThing | null {
  const table = stratifications.find(table => isInside(at, table.at))
  if (table) return { kind: 'table', table, at }
  const other = otherTables.find(other => isInside(at, other.at))
  return other ? { kind: 'other-table', other, at } : null
}

/** The place of the table that a place lies in, of whatever kind; null outside one. */
export function findTableAround(report: FilingReport, at: Place): Place | null {
  const { stratifications, otherTables } = withPrintedTables(report)
  return [...stratifications, ...otherTables].find(table => isInside(at, table.at))?.at ?? null
}
