import { type Kysely, sql } from 'kysely'
import { type Note, noteSchema } from './deal-summary.ts'
import type { Tables } from './schema.ts'
import type { DealMarks } from './summarize-deal.ts'

/** The notes on a deal and the filings of it that are kept, in the order they were first written. */
export async function notesOf(database: Kysely<Tables>, dealId: number): Promise<Note[]> {
  const rows = await database
    .selectFrom('note')
    .select(['id', 'sha256 as filing', 'at', 'says', 'text', 'written_at as writtenAt'])
    .where('deal_id', '=', dealId)
    .where(sql<boolean>`(sha256 is null or sha256 in (select sha256 from kept_filing))`)
    .orderBy('id')
    .execute()
  return rows.map(row => noteSchema.parse(row))
}

/** With the names that it had before, by line. */
export type Marks = DealMarks & { formerNames: string }

export async function marksOf(database: Kysely<Tables>, dealId: number): Promise<Marks> {
  const deal = await database
    .selectFrom('deal')
    .select(['given_name as givenName', 'former_names as formerNames'])
    .where('id', '=', dealId)
    .executeTakeFirstOrThrow()
  const tags = await database
    .selectFrom('tag')
    .select('tag')
    .where('deal_id', '=', dealId)
    .orderBy('tag_key')
    .execute()
  return { ...deal, tags: tags.map(({ tag }) => tag) }
}
