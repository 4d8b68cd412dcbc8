import type { Book } from '../export/workbook/book.ts'
import type { BookSource } from '../export/workbook/book-source.ts'
import { dealBook } from '../export/workbook/deal-book.ts'
import type { ListedSource } from '../export/workbook/deals-sheet.ts'
import { filingFacts } from '../library/filing-facts.ts'
import { summarizeDeal } from '../library/summarize-deal.ts'
import type { FilingReport } from '../report.ts'

/** For tests: a report as what a workbook is made of, its deal named by its trust. */
function sourceOfReport(report: FilingReport, slug = 'a-deal'): BookSource {
  return {
    deal: { slug, name: report.deal.trust?.value ?? 'A deal', chosen: report.file.sha256, notes: [] },
    report,
    origin: 'https://strata.example',
    readerVersion: 'a1b2c3',
    madeOn: '2026-01-31',
  }
}

/** The workbook of a report. */
export function bookOfReport(report: FilingReport): Book {
  return dealBook(sourceOfReport(report))
}

/** The same with what lists say of a deal whose only filing this is. */
export function listedSource(report: FilingReport, slug = 'a-deal'): ListedSource {
  const kept = { sha256: report.file.sha256, name: report.file.name, addedAt: '2026-01-01T00:00:00.000Z' }
  const summary = summarizeDeal(slug, [
    { ...kept, searchText: '', fetched: null, facts: filingFacts(report) },
  ])
  return { ...sourceOfReport(report, slug), summary }
}
