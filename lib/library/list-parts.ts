import type { Deal, FilingReport } from '../report.ts'
import { withStatistics } from './own-things.ts'
import type { Divided } from './page-report.ts'
import { partLimits } from './part-limits.ts'
import { countOutcomes, countsOfWhole, notesList } from './report-part.ts'
import { fillPages } from './rows-of-pages.ts'
import { emptyReport, type RowsPart } from './rows-parts.ts'

/**
 * A long list of a report page by page, each a report with its own entries alone: `issues`, `stated`, `checks`,
 * `groups`, `exhibits`, `items`, `underwriters`, or the notes of a table.
 */
export function* partsOfList(divided: Divided, list: string): Generator<RowsPart> {
  const [entries, reportOf] = contentOf(divided, list)
  const loadOf = (order: number) => ({ entries: 1, bytes: 4 * JSON.stringify(entries[order]).length })
  const pages =
    list === 'issues' ? divided.issues.pages : fillPages(entries.length, loadOf, partLimits.listPage)
  for (const [index, { from, to }] of pages.entries()) {
    const report = { ...emptyReport(divided.report), ...reportOf(from, to) }
    const counts = { ...countsOfWhole(report), checks: countOutcomes(report.checks) }
    yield { list, number: index + 1, from: null, last: null, report, counts }
  }
}

type Content = [entries: readonly unknown[], reportOf: (from: number, to: number) => Partial<FilingReport>]

function contentOf({ report, owners, issues }: Divided, list: string): Content {
  if (list === 'issues') return [issues.all, (from, to) => ({ issues: issues.all.slice(from, to) })]
  if (list === 'checks') {
    const { checks } = owners.ofFiling
    return [checks, (from, to) => ({ checks: checks.slice(from, to) })]
  }
  if (list === 'groups') return [report.pool, (from, to) => ({ pool: report.pool.slice(from, to) })]
  if (list === 'stated') {
    const stated = report.checks.filter(({ statistic }) => statistic !== null)
    return [
      report.statistics,
      (from, to) => {
        const statistics = report.statistics.slice(from, to)
        return { statistics, checks: withStatistics(stated, statistics) }
      },
    ]
  }
  const table = report.stratifications.find(({ id }) => notesList(id) === list)
  if (table) {
    const { footnotes } = table
    const noRows = { ...table, columns: [], buckets: [], total: null }
    return [
      footnotes,
      (from, to) => ({ stratifications: [{ ...noRows, footnotes: footnotes.slice(from, to) }] }),
    ]
  }
  return ofCover(report.deal, list)
}

function ofCover(deal: Deal, list: string): Content {
  if (list !== 'exhibits' && list !== 'items' && list !== 'underwriters') return [[], () => ({})]
  const alone = { ...deal, items: [], underwriters: [], exhibits: [] }
  return [deal[list], (from, to) => ({ deal: { ...alone, [list]: deal[list].slice(from, to) } })]
}
