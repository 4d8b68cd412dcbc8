import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import { dialectOf } from './engines/dialect.ts'
import { nextId } from './next-id.ts'
import { type FigureKey, findsCents, type HtmlSpans } from './printed-figures.ts'
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
    .values({ id: nextId('figures_of_filing'), sha256, html: JSON.stringify(html) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await dialectOf(transaction).fullText.storeFigures(transaction, id, figures)
}

/** Forget which figures a filing prints. */
export async function eraseFigures(transaction: Transaction<Tables>, sha256: string): Promise<void> {
  await dialectOf(transaction).fullText.eraseFigures(transaction, sha256)
  await transaction.deleteFrom('figures_of_filing').where('sha256', '=', sha256).execute()
}

/** The SHA-256 of the kept filings that print a figure. */
export function filingsThatPrint(database: Kysely<Tables>, figure: FigureKey): RawBuilder<string> {
  const found = dialectOf(database).fullText.filingsThatPrint(figure, findsCents(figure))
  return sql`select sha256 from figures_of_filing where id in (${found})`
}

/** The ids of the deals that print a figure in a kept filing. */
export function dealsThatPrint(database: Kysely<Tables>, figure: FigureKey): RawBuilder<number> {
  return sql`select deal_id as id from kept_filing where sha256 in (${filingsThatPrint(database, figure)})`
}
