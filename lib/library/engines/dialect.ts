import type { Expression, Kysely, RawBuilder, Transaction } from 'kysely'
import type { BucketRow } from '../bucket-rows.ts'
import type { FigureKey } from '../printed-figures.ts'
import type { Tables } from '../schema.ts'

/** What the queries of a library say differently to each kind of database. */
export type LibraryDialect = {
  /** True where a column holds a text. */
  holds(column: string, text: string): Expression<boolean>
  /** Ids as one text with commas between; null of none. */
  joinIds(ids: RawBuilder<unknown>): RawBuilder<{ ids: string | null }>
  /** The dates and names of some deals, without opening what is long of them. */
  dealsInTime(ids: readonly number[]): RawBuilder<DealInTime>
  storeBuckets(
    transaction: Transaction<Tables>,
    buckets: readonly BucketRow[],
    dealId: number,
  ): Promise<unknown>
  fullText: FullText
}

export type DealInTime = Pick<Tables['deal'], 'slug' | 'name' | 'shelf' | 'dated_on' | 'dated_by'> & {
  id: number
}

/** Where the words of deals and the figures of filings are looked for. */
type FullText = {
  eraseWords(transaction: Transaction<Tables>, dealId: number): Promise<unknown>
  /** Keep the words of a deal that has none. */
  storeWords(transaction: Transaction<Tables>, dealId: number, words: string): Promise<unknown>
  /**
   * The ids (`id`) of the deals that what a person typed finds: each word must begin a word of the deal, a word with inner
   * punctuation (`2002-12`) is a phrase. Null when nothing typed can be searched for.
   */
  dealsWith(typed: string): RawBuilder<{ id: number }> | null
  eraseFigures(transaction: Transaction<Tables>, sha256: string): Promise<unknown>
  /** Keep the figures that a filing prints; `id` is that of its row of `figures_of_filing`. */
  storeFigures(transaction: Transaction<Tables>, id: number, figures: readonly FigureKey[]): Promise<unknown>
  /** The ids of the rows of `figures_of_filing` whose filings print a figure, or the same with cents where it `hasCents`. */
  filingsThatPrint(figure: FigureKey, hasCents: boolean): RawBuilder<number>
}

/** A dialect's adapter, which Kysely hands on to all that asks through it, transactions included. */
export type LibraryAdapter = { readonly library: LibraryDialect }

/** What a library's queries say differently to the database that is asked. */
export function dialectOf(database: Kysely<Tables>): LibraryDialect {
  const { adapter } = database.getExecutor()
  if (!('library' in adapter)) throw new Error('This database was not opened as that of a library.')
  return (adapter as unknown as LibraryAdapter).library
}

/** The words of what a person typed that can be searched for. */
export function typedWords(typed: string): string[] {
  return typed.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word))
}
