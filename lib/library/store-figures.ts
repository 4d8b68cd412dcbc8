import { type RawBuilder, sql, type Transaction } from 'kysely'
import { type FigureKey, figureMatch, type HtmlSpans } from './printed-figures.ts'
import type { Tables } from './schema.ts'

/** Keep which figures a filing prints, in place of what was known of it before. */
export async function storeFigures(
  transaction: Transaction<Tables>,
  { sha256, figures, html }: { sha256: string; figures: readonly FigureKey[]; html: HtmlSpans },
): Promise<void> {
  await eraseFigures(transaction, sha256)
  if (figures.length === 0) return
  const { id } = await transaction
    .insertInto('figures_of_filing')
    .values({ sha256, html: JSON.stringify(html) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`insert into figure_search (rowid, figures) values (${id}, ${figures.join(' ')})`.execute(
    transaction,
  )
}

/** Forget which figures a filing prints. */
export async function eraseFigures(transaction: Transaction<Tables>, sha256: string): Promise<void> {
  const own = sql`select id from figures_of_filing where sha256 = ${sha256}`
  await sql`delete from figure_search where rowid in (${own})`.execute(transaction)
  await transaction.deleteFrom('figures_of_filing').where('sha256', '=', sha256).execute()
}

/** The SHA-256 of the kept filings that print a figure. */
export function filingsThatPrint(figure: FigureKey): RawBuilder<string> {
  return sql`
    select sha256 from figures_of_filing
    where id in (select rowid from figure_search where figure_search match ${figureMatch(figure)})`
}

/** The ids of the deals that print a figure in a kept filing. */
export function dealsThatPrint(figure: FigureKey): RawBuilder<number> {
  return sql`select deal_id from kept_filing where sha256 in (${filingsThatPrint(figure)})`
}
