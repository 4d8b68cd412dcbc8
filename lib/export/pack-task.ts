import type { PoolRef } from '../addresses/compare-address.ts'
import type { DealSummary } from '../library/deal-summary.ts'
import type { PackedNote } from './evidence-pack/notes-table.ts'
import type { BookSource } from './workbook/book-source.ts'
import type { Comparing } from './workbook/compare-book.ts'

/** A filing of a deal for a workbook: its report comes as JSON, in pieces, and is parsed where the workbook is made. */
export type PackedFiling = {
  deal: BookSource['deal']
  summary: DealSummary
  json: readonly Uint8Array[]
}

/** Pools that are compared: some of `filings`, by their deals and loan groups. */
export type PackedComparison = {
  filings: readonly PackedFiling[]
  refs: readonly PoolRef[]
  comparing: Comparing
}

/** What an evidence pack is made of. */
export type PackedEvidence = {
  deal: string
  address: string
  notes: readonly PackedNote[]
  bytes: Uint8Array
  json: readonly Uint8Array[]
}

/** What a thread makes a workbook of: one filing, several deals under a title, or a comparison. */
export type BookTask = Omit<BookSource, 'deal' | 'report'> &
  ({ filing: PackedFiling } | { title: string; filings: readonly PackedFiling[] } | PackedComparison)

/** A workbook, or an evidence pack. */
export type PackTask = BookTask | { evidence: PackedEvidence }
