'use client'

import type { Note } from '@/lib/library/deal-summary.ts'
import type { FilingReport } from '@/lib/report.ts'
import { type Fetched, fetchedOnce, useFetched } from './use-fetched.ts'

/** A part of a filing's report; where it was asked for by a place, what it is a page of. */
export type FetchedPart = {
  report: FilingReport
  part?: { list: string; number: number }
  /** The notes on the deal and all its filings. */
  notes: Note[]
}

/** Which part: the page's own by its number, or the one with a place that the page does not show. */
export type PartAsked = { part: number } | { at: string }

const partOnce = fetchedOnce<FetchedPart>()

function partAddress(slug: string, sha256: string, asked: PartAsked): string {
  const which = 'at' in asked ? `at=${asked.at}` : `part=${asked.part}`
  return `/api/deals/${slug}?filing=${sha256}&${which}`
}

/** Have a part of a filing's report at hand for when the panel is opened. */
export function prefetchReport(slug: string, sha256: string, asked: PartAsked): void {
  partOnce.request(partAddress(slug, sha256, asked)).catch(() => undefined)
}

/** A part of a filing's report, fetched once for all openings of the panel, and how to try again. */
export function useReport(
  slug: string,
  sha256: string,
  asked: PartAsked,
): [Fetched<FetchedPart>, () => void] {
  return useFetched(partAddress(slug, sha256, asked), partOnce)
}
