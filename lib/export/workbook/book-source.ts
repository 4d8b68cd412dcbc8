import { sourceHref } from '../../addresses/place-address.ts'
import type { Note } from '../../library/deal-summary.ts'
import type { FilingReport, Place } from '../../report.ts'
import type { Link } from './book.ts'

/** What a workbook is made of: a deal, the report of one of its filings, and where the site stands that links lead to. */
export type BookSource = {
  deal: { slug: string; name: string; chosen: string; notes: readonly Note[] }
  report: FilingReport
  /** > https://strata.example */
  origin: string
  /** Which reader read the filing. */
  readerVersion: string
  /** `YYYY-MM-DD`, the day on which the workbook is made. */
  madeOn: string
}

/** The link from a figure to where the filing prints it; null where it is not printed. */
export function linkToPlace({ deal, report, origin }: BookSource, at: Place | null | undefined): Link | null {
  return at ? { to: `${origin}${sourceHref(deal.slug, report.file.sha256, at)}` } : null
}
