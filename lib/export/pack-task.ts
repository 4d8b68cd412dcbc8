import type { DealSummary } from '../library/deal-summary.ts'
import type { BookSource } from './workbook/book-source.ts'

/** A filing of a deal for a workbook: its report comes as JSON, in pieces, and is parsed where the workbook is made. */
export type PackedFiling = {
  deal: BookSource['deal']
  summary: DealSummary
  json: readonly Uint8Array[]
}

/** What a thread makes a workbook of: one filing, or several deals under a title. */
export type PackTask = Omit<BookSource, 'deal' | 'report'> &
  ({ filing: PackedFiling } | { title: string; filings: readonly PackedFiling[] })
