import { isInside, otherTableId } from '../addresses/place-address.ts'
import type { FilingReport, Issue, OtherTable, Place, Stratification } from '../report.ts'
import { withStatistics } from './own-things.ts'
import { type CountedReport, type Divided, documentsBetween } from './page-report.ts'
import { partLimits } from './part-limits.ts'
import { pickIssues, type Spot } from './pick-issues.ts'
import {
  cutCells,
  cutRows,
  type PlannedOther,
  type PlannedTable,
  repeatedRows,
  withFewNotes,
} from './plan-pages.ts'
import { countOutcomes, rowsList } from './report-part.ts'
import { pagesOfCells, type Rows } from './rows-of-pages.ts'

/** One page of the rows of a long table, as a report; null ends where the table's cells have no places. */
export type RowsPart = CountedReport & { list: string; number: number; from: Spot | null; last: Spot | null }

/** The rows of a long stratification, page by page. `home` is the number of the part with its first rows. */
export function* partsOfTable(divided: Divided, planned: PlannedTable, home: number): Generator<RowsPart> {
  const { table, own } = planned
  const statistics = own.statistics.slice(0, partLimits.statistics)
  const ofTable = withStatistics(own.checksOfRow.get(null) ?? [], statistics)
  for (const [index, rows] of (planned.pages ?? []).entries()) {
    const shown = withFewNotes(cutRows(table, rows.from, rows.to))
    const span = spanOf(shown)
    const issues = pickIssues(divided.issues, span.from, { line: span.last.line + 1, start: 1 }, [])
    const ofRows = rowChecks(planned, rows)
    yield {
      list: rowsList(table.id),
      number: index + 1,
      ...span,
      report: {
        ...emptyReport(divided.report),
        documents: documentsBetween(divided.report.documents, span.from.line, span.last.line),
        stratifications: [shown],
        statistics,
        checks: [...ofTable, ...ofRows],
        issues: issues.shown,
      },
      counts: {
        checks: countOutcomes(ofRows),
        othersBefore: 0,
        lists:
          issues.count > issues.shown.length ? { issues: { count: issues.count, page: issues.page } } : {},
        issuesOfTables: {},
        longTables: [],
        home,
      },
    }
  }
}

/** The checks of some rows, told of these rows alone: the first of them is row 0. */
function rowChecks({ own }: PlannedTable, { from, to }: Rows) {
  const rows = Array.from({ length: to - from }, (_, row) => row)
  return rows.flatMap(row =>
    (own.checksOfRow.get(from + row) ?? []).map(check => ({ ...check, bucket: row })),
  )
}

/** From the first to the last line that the rows are printed on: a row of HTML may take a line for each of its cells. */
function spanOf({ buckets, at }: Stratification): { from: Spot; last: Spot } {
  let [from, last] = [{ ...(buckets[0]?.at ?? at) }, { line: 0, start: Number.MAX_SAFE_INTEGER }] as [
    Place,
    Spot,
  ]
  for (const { places, at } of buckets)
    for (const place of [at, ...Object.values(places)]) {
      if (place.line < from.line) from = { ...place, start: 1 }
      last = { ...last, line: Math.max(last.line, place.lastLine ?? place.line) }
    }
  return { from: { line: from.line, start: 1 }, last }
}

/** The cells of a long table that is no stratification, page by page; of a very wide one by some columns, then others. */
export function* partsOfOther(
  { report }: Divided,
  { table, order }: PlannedOther,
  home: number,
): Generator<RowsPart> {
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const repeated = repeatedRows(table)
  const unread = report.issues.filter(issue => isOfColumnsNotRead(issue, table))
  let number = 0
  for (let left = 0; left < width; left += partLimits.othersPage.columns) {
    const columns = { from: left, to: Math.min(width, left + partLimits.othersPage.columns) }
    const band = { ...table, rows: table.rows.map(row => row.slice(columns.from, columns.to)) }
    for (const rows of pagesOfCells(band, repeated)) {
      number++
      const shown = cutCells(table, rows.from > repeated ? rows : { ...rows, from: 0 }, columns)
      yield {
        list: rowsList(otherTableId(order)),
        number,
        from: null,
        last: null,
        report: { ...emptyReport(report), documents: [], otherTables: [shown], issues: unread },
        counts: {
          checks: { passed: 0, failed: 0 },
          othersBefore: order - 1,
          lists: {},
          issuesOfTables: {},
          longTables: [],
          home,
        },
      }
    }
  }
}

/** True for the issue that a table has more columns than were read of it. */
function isOfColumnsNotRead({ code, at }: Issue, table: OtherTable): boolean {
  return code === 'columns-are-not-read' && at !== null && isInside(at, table.at)
}

/** A report of the same filing without anything of its tables, and without the lists of its cover. */
export function emptyReport(report: FilingReport): FilingReport {
  return {
    ...report,
    submission: null,
    deal: { ...report.deal, items: [], underwriters: [], exhibits: [] },
    documents: [],
    stratifications: [],
    otherTables: [],
    statistics: [],
    pool: [],
    checks: [],
    issues: [],
  }
}
