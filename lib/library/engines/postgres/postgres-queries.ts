import { sql } from 'kysely'
import type { BucketRow } from '../../bucket-rows.ts'
import { markProgress } from '../../writing-progress.ts'
import { type DealInTime, type LibraryDialect, typedWords } from '../dialect.ts'
import { foldWords } from './fold-words.ts'
import { withoutNul } from './without-nul.ts'

/** Rows that are stored by one statement: enough that sending it costs nothing, and few enough to be held as text. */
const rowsAtOnce = 1000

const columns = {
  sha256: 'text',
  stratification: 'text',
  position: 'integer',
  dimension: 'text',
  loan_group: 'text',
  label: 'text',
  code: 'text',
  low: 'double precision',
  high: 'double precision',
  low_included: 'integer',
  high_included: 'integer',
  loan_count: 'double precision',
  balance_cents: 'double precision',
  balance_pct: 'double precision',
} as const satisfies Record<keyof BucketRow, string>

const names = Object.keys(columns) as (keyof BucketRow)[]

/** What PostgreSQL alone is asked so. */
export const postgresQueries: LibraryDialect = {
  holds: (column, text) => sql<boolean>`strpos(${sql.ref(column)}, ${text}) > 0`,

  joinIds: ids => sql<{ ids: string | null }>`select string_agg(id::text, ',') as ids from (${ids}) as found`,

  dealsInTime: ids => sql<DealInTime>`
    select id, slug, name, shelf, dated_on, dated_by from deal where id = any(${ids}::bigint[]) order by id`,

  /** A list for each column, so that the statement is the same for any number of rows. */
  async storeBuckets(transaction, buckets, dealId) {
    for (let start = 0; start < buckets.length; start += rowsAtOnce) {
      const rows = buckets.slice(start, start + rowsAtOnce)
      const lists = names.map(
        name => sql`${rows.map(row => withoutNul(row[name]))}::${sql.raw(columns[name])}[]`,
      )
      await sql`
        insert into bucket (deal_id, ${sql.join(names.map(name => sql.ref(name)))})
        select ${dealId}::bigint, rows.* from unnest(${sql.join(lists)}) as rows
      `.execute(transaction)
      markProgress()
    }
  },

  /** Words stand in one text, each behind a blank: what begins one is a blank and the letters behind it. */
  fullText: {
    eraseWords: (transaction, dealId) =>
      sql`delete from deal_words where deal_id = ${dealId}`.execute(transaction),

    storeWords: (transaction, dealId, words) =>
      sql`insert into deal_words (deal_id, words) values (${dealId}, ${asText(words)})`.execute(transaction),

    dealsWith: typed => {
      const phrases = typedWords(typed).map(asText)
      if (phrases.length === 0) return null
      const all = sql.join(
        phrases.map(phrase => sql`words like ${`%${phrase}%`}`),
        sql` and `,
      )
      return sql`select deal_id as id from deal_words where ${all}`
    },

    eraseFigures: (transaction, sha256) => {
      const own = sql`select id from figures_of_filing where sha256 = ${sha256}`
      return sql`delete from printed_figures where id in (${own})`.execute(transaction)
    },

    storeFigures: (transaction, id, figures) =>
      sql`insert into printed_figures (id, figures) values (${id}, ${[...keysOf(figures)]})`.execute(
        transaction,
      ),

    filingsThatPrint: (figure, hasCents) => {
      const keys = hasCents ? [figure, `${figure}.`] : [figure]
      return sql`select id from printed_figures where figures && ${keys}::text[]`
    },
  },
}

const asText = (words: string) =>
  foldWords(words)
    .map(word => ` ${word}`)
    .join('')

/** Each figure, and of one with cents its dollars with the point behind them too, for those who look for it without. */
function keysOf(figures: readonly string[]): Set<string> {
  const keys = new Set(figures)
  for (const figure of figures) {
    const point = figure.indexOf('.')
    if (point > 0) keys.add(figure.slice(0, point + 1))
  }
  return keys
}
