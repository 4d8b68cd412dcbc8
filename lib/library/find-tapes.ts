import type { Kysely } from 'kysely'
import type { TapeFacts } from '../report.ts'
import { filingFactsSchema } from './filing-facts.ts'
import { parseStored } from './parse-stored.ts'
import type { Tables } from './schema.ts'

/** A filing with loans: its SHA-256, and what is kept of them beside its report. */
export type FilingTape = { sha256: string; addedAt: string; tape: TapeFacts }

/** The filings of a deal that hold its loans, in the order in which they were added; none for an unknown slug. */
export async function findDealTapes(database: Kysely<Tables>, slug: string): Promise<FilingTape[]> {
  const rows = await database
    .selectFrom('kept_filing as filing')
    .innerJoin('deal', 'deal.id', 'filing.deal_id')
    .select(['filing.sha256', 'filing.facts', 'filing.added_at as addedAt'])
    .where('deal.slug', '=', slug)
    .orderBy('filing.added_at')
    .orderBy('filing.sha256')
    .execute()
  return rows.flatMap(({ sha256, facts, addedAt }) => {
    const { tape } = filingFactsSchema.parse(parseStored(facts, `what is known of filing ${sha256}`))
    return tape === null ? [] : [{ sha256, addedAt, tape }]
  })
}

/** A filing with loans, and the deal that it is of. */
export type ListedTape = FilingTape & { slug: string; name: string; file: string }

/** The filings of the library that hold loans, the latest added first, and how many there are in all. */
export async function listTapes(
  database: Kysely<Tables>,
  most: number,
): Promise<{ tapes: ListedTape[]; count: number }> {
  // Only facts of filings with loans have marks, an empty list where loans tell too little for any.
  const withLoans = database
    .selectFrom('kept_filing as filing')
    .innerJoin('deal', 'deal.id', 'filing.deal_id')
    .where('filing.facts', 'like', '%"marks":[%')
  const { count } = await withLoans
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await withLoans
    .select([
      'filing.sha256',
      'filing.facts',
      'filing.added_at as addedAt',
      'deal.slug',
      'deal.name',
      'filing.name as file',
    ])
    .orderBy('filing.added_at', 'desc')
    .orderBy('filing.sha256')
    .limit(most)
    .execute()
  const tapes = rows.flatMap(({ sha256, facts, addedAt, slug, name, file }) => {
    const { tape } = filingFactsSchema.parse(parseStored(facts, `what is known of filing ${sha256}`))
    return tape === null ? [] : [{ sha256, addedAt, tape, slug, name: name ?? slug, file }]
  })
  return { tapes, count: Number(count) }
}
