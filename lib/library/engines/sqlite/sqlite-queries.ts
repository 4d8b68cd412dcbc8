import { sql } from 'kysely'
import type { BucketRow } from '../../bucket-rows.ts'
import { markProgress } from '../../writing-progress.ts'
import { type DealInTime, type LibraryDialect, typedWords } from '../dialect.ts'

/** Rows that are stored by one statement: enough that compiling it costs nothing, and few enough to be held as text. */
const rowsAtOnce = 1000

const columns = [
  'sha256',
  'stratification',
  'position',
  'dimension',
  'loan_group',
  'label',
  'code',
  'low',
  'high',
  'low_included',
  'high_included',
  'loan_count',
  'balance_cents',
  'balance_pct',
] as const satisfies readonly (keyof BucketRow)[]

/** What SQLite alone is asked so: JSON, and its full-text tables. */
export const sqliteQueries: LibraryDialect = {
  holds: (column, text) => sql<boolean>`instr(${sql.ref(column)}, ${text}) > 0`,

  joinIds: ids => sql<{ ids: string | null }>`select group_concat(id, ',') as ids from (${ids})`,

  // From the index that has all of it.
  dealsInTime: ids => sql<DealInTime>`
    select id, slug, name, shelf, dated_on, dated_by from deal indexed by deal_in_time
    where id in (select value from json_each(${JSON.stringify(ids)}))`,

  /**
   * They travel as JSON, a thousand to a statement: bound one by one, those of the largest filings (700,000) hold the write
   * lock more than twice as long.
   */
  async storeBuckets(transaction, buckets, dealId) {
    const names = sql.join(columns.map(column => sql.ref(column)))
    const values = sql.join(columns.map((_, place) => sql`value ->> ${sql.lit(place)}`))
    for (let start = 0; start < buckets.length; start += rowsAtOnce) {
      const rows = buckets
        .slice(start, start + rowsAtOnce)
        .map(bucket => columns.map(column => bucket[column]))
      await sql`
        insert into bucket (deal_id, ${names}) select ${dealId}, ${values} from json_each(${JSON.stringify(rows)})
      `.execute(transaction)
      markProgress()
    }
  },

  fullText: {
    eraseWords: (transaction, dealId) =>
      sql`delete from deal_search where rowid = ${dealId}`.execute(transaction),

    storeWords: (transaction, dealId, words) =>
      sql`insert into deal_search (rowid, words) values (${dealId}, ${words})`.execute(transaction),

    dealsWith: typed => {
      const words = typedWords(typed).map(word => `"${word.replaceAll('"', ' ')}"*`)
      if (words.length === 0) return null
      return sql`select rowid as id from deal_search where deal_search match ${words.join(' ')}`
    },

    eraseFigures: (transaction, sha256) => {
      const own = sql`select id from figures_of_filing where sha256 = ${sha256}`
      return sql`delete from figure_search where rowid in (${own})`.execute(transaction)
    },

    storeFigures: (transaction, id, figures) =>
      sql`insert into figure_search (rowid, figures) values (${id}, ${figures.join(' ')})`.execute(
        transaction,
      ),

    filingsThatPrint: (figure, hasCents) => {
      const match = hasCents ? `"${figure}" OR "${figure}."*` : `"${figure}"`
      return sql`select rowid as id from figure_search where figure_search match ${match}`
    },
  },
}
