import type { Check, FilingDocument, FilingReport, Statistic } from '../report.ts'
import { describeLongTable } from './long-table.ts'
import { type Ownership, withStatistics } from './own-things.ts'
import { partLimits } from './part-limits.ts'
import { pickIssues, type SortedIssues, type Spot } from './pick-issues.ts'
import type { PlannedPage, PlannedTable } from './plan-pages.ts'
import { countOutcomes, notesList, type PartCounts } from './report-part.ts'

/** A part's report, and what it counts in full. */
export type CountedReport = { report: FilingReport; counts: PartCounts }
/** What all parts of a report are made of. */
export type Divided = { report: FilingReport; owners: Ownership; issues: SortedIssues }

/** A page of the deal as a report: its tables, and of everything else what belongs to them. */
export function pageReport(
  { report, owners, issues }: Divided,
  page: PlannedPage,
  until: Spot | null,
): CountedReport {
  const isFirst = page.tablesBefore + page.othersBefore === 0
  const ofFiling = isFirst ? owners.ofFiling.checks : []
  const picked = pickIssues(
    issues,
    page.from,
    until,
    page.tables.map(({ table }) => table),
  )
  const stated = statisticsOf(report, page, isFirst)
  const statistics = stated.slice(0, partLimits.statistics)
  const checks = [...ofFiling.slice(0, partLimits.checksOfFiling), ...page.tables.flatMap(checksOfRowsShown)]
  const cut = cutDeal(report)
  return {
    report: {
      ...report,
      ...cut.report,
      documents: documentsBetween(report.documents, page.from.line, until?.line ?? Number.POSITIVE_INFINITY),
      stratifications: page.tables.map(({ shown }) => shown),
      otherTables: page.others.map(({ shown }) => shown),
      statistics,
      pool: isFirst ? report.pool.slice(0, partLimits.groups + 1) : [],
      checks: statistics.length < stated.length ? withStatistics(checks, statistics) : checks,
      issues: picked.shown,
    },
    counts: {
      checks: countOutcomes([...ofFiling, ...page.tables.flatMap(({ own }) => own.checks)]),
      othersBefore: page.othersBefore,
      lists: {
        ...cut.lists,
        ...notesLists(page.tables),
        ...moreThan(statistics.length, 'stated', stated.length),
        ...moreThan(isFirst ? partLimits.groups + 1 : report.pool.length, 'groups', report.pool.length),
        ...moreThan(partLimits.checksOfFiling, 'checks', ofFiling.length),
        ...moreThan(picked.shown.length, 'issues', picked.count, picked.page),
      },
      issuesOfTables: picked.ofTables,
      longTables: page.tables.flatMap(planned =>
        planned.pages ? describeLongTable(planned, planned.pages) : [],
      ),
      home: null,
    },
  }
}

/** An entry for a list of which a part has fewer than there are. */
function moreThan(shown: number, list: string, count: number, page = 1): PartCounts['lists'] {
  return count > shown ? { [list]: { count, page } } : {}
}

function checksOfRowsShown({ shown, own, pages }: PlannedTable): Check[] {
  return pages
    ? own.checks.filter(({ bucket }) => bucket === null || bucket < shown.buckets.length)
    : own.checks
}

/**
 * The statistics of the page's tables; on the first page those of the whole filing too, for the pool is known by them,
 * whichever table gives them.
 */
function statisticsOf({ statistics }: FilingReport, { tables }: PlannedPage, isFirst: boolean): Statistic[] {
  const own = new Set<string | null>([null, ...tables.map(({ table }) => table.id)])
  if (!isFirst) return statistics.filter(({ stratification: id }) => id !== null && own.has(id))
  const isNear = ({ stratification, loanGroup }: Statistic) => own.has(stratification) || loanGroup === null
  return [...statistics.filter(isNear), ...statistics.filter(one => !isNear(one))]
}

function notesLists(tables: readonly PlannedTable[]): PartCounts['lists'] {
  const lists: PartCounts['lists'] = {}
  for (const { table, shown } of tables)
    Object.assign(lists, moreThan(shown.footnotes.length, notesList(table.id), table.footnotes.length))
  return lists
}

/** The lists of the cover with as many entries as a page shows. */
function cutDeal({ deal, submission }: FilingReport): {
  report: Pick<FilingReport, 'deal' | 'submission'>
  lists: PartCounts['lists']
} {
  const { items, underwriters, exhibits, companies } = partLimits
  return {
    report: {
      deal: {
        ...deal,
        items: deal.items.slice(0, items),
        underwriters: deal.underwriters.slice(0, underwriters),
        exhibits: deal.exhibits.slice(0, exhibits),
      },
      submission: submission && { ...submission, companies: submission.companies.slice(0, companies) },
    },
    lists: {
      ...moreThan(items, 'items', deal.items.length),
      ...moreThan(underwriters, 'underwriters', deal.underwriters.length),
      ...moreThan(exhibits, 'exhibits', deal.exhibits.length),
    },
  }
}

/**
 * The documents that lie between two lines. They tell a part which of its lines are HTML, so where there are very many,
 * neighbours of one format are given as one.
 */
export function documentsBetween(
  documents: readonly FilingDocument[],
  from: number,
  to: number,
): FilingDocument[] {
  const own = documents.filter(({ lines: [first, last] }) => last >= from && first <= to)
  if (own.length <= partLimits.documents) return own
  const joined: FilingDocument[] = []
  for (const { format, lines } of own) {
    const before = joined.at(-1)
    if (before?.format === format) before.lines = [before.lines[0], lines[1]]
    else joined.push({ sequence: null, type: null, filename: null, description: null, format, lines })
  }
  return joined.slice(0, partLimits.documents)
}
