import { otherTableId } from '../addresses/place-address.ts'
import type { FilingReport } from '../report.ts'
import { clipTexts } from './clip-texts.ts'
import { partsOfList } from './list-parts.ts'
import { findOwners } from './own-things.ts'
import { type Divided, pageReport } from './page-report.ts'
import { type Spot, sortIssues } from './pick-issues.ts'
import { type PlannedPage, planPages } from './plan-pages.ts'
import { type PartCounts, rowsList } from './report-part.ts'
import { partsOfOther, partsOfTable, type RowsPart } from './rows-parts.ts'

/** A stretch of a report, as much as one page shows, and what tells where in the filing it lies. */
export type ReportStretch = {
  /** What it is a page of, see `ReportPart`, and which of its pages. */
  list: string
  number: number
  report: FilingReport
  counts: PartCounts
  /** Where the stretch begins and, of the rows of a table, ends; null where it has no place of its own. */
  from: Spot | null
  last: Spot | null
  /** How many stratifications come before it, and the ids of its tables. */
  tablesBefore: number
  tables: string[]
}

/**
 * A report in stretches that a page each can show; almost always one, the report itself.
 *
 * First come the pages of the deal, in the order of the filing, then the pages of its long tables and lists. Each is a
 * report. On the deal's pages a long table has its first rows (`cut`) and long lists their first entries; nothing else is
 * left out. Checks, statistics and issues go with their table; what belongs to the filing as a whole is on the first page.
 * Texts too long for a page are cut, saying by how much. So no part is larger than a page can be, whatever was filed.
 */
export function* splitReport(given: FilingReport): Generator<ReportStretch> {
  const report = clipTexts(given)
  const divided: Divided = { report, owners: findOwners(report), issues: sortIssues(report.issues) }
  const pages = planPages(report, divided.owners)
  const lists = new Set<string>()
  for (const [index, page] of pages.entries()) {
    const counted = pageReport(divided, page, pages[index + 1]?.from ?? null)
    const isWhole = pages.length === 1 && isNothingLeft(page, counted.counts, counted.report, report)
    for (const list of Object.keys(counted.counts.lists)) lists.add(list)
    yield {
      ...counted,
      ...(isWhole && { report }),
      list: '',
      number: index + 1,
      from: page.from,
      last: null,
      tablesBefore: page.tablesBefore,
      tables: idsOf(page),
    }
  }
  for (const part of rowsParts(divided, pages)) yield asStretch(part)
  for (const list of lists) for (const part of partsOfList(divided, list)) yield asStretch(part)
}

/** Whether one page has all of a report. */
function isNothingLeft(
  { tables, others }: PlannedPage,
  { lists }: PartCounts,
  shown: FilingReport,
  { submission, documents }: FilingReport,
): boolean {
  return (
    tables.every(({ pages }) => pages === null) &&
    others.every(({ isLong }) => !isLong) &&
    Object.keys(lists).length === 0 &&
    shown.submission?.companies.length === submission?.companies.length &&
    shown.documents.length === documents.length
  )
}

function idsOf({ tables, others }: PlannedPage): string[] {
  return [...tables.map(({ table }) => table.id), ...others.map(({ order }) => otherTableId(order))]
}

function* rowsParts(divided: Divided, pages: readonly PlannedPage[]): Generator<RowsPart> {
  for (const [index, { tables, others }] of pages.entries()) {
    for (const planned of tables) if (planned.pages) yield* partsOfTable(divided, planned, index + 1)
    for (const planned of others) if (planned.isLong) yield* partsOfOther(divided, planned, index + 1)
  }
}

function asStretch(part: RowsPart): ReportStretch {
  const { stratifications } = part.report
  const isRows = stratifications.some(({ id }) => part.list === rowsList(id))
  return { ...part, tablesBefore: 0, tables: isRows ? stratifications.map(({ id }) => id) : [] }
}
