import type { Transaction } from 'kysely'
import { nextId } from '../next-id.ts'
import type { Tables } from '../schema.ts'
import type { PackedTails } from './pack-tails.ts'

/** What columns keep of a filing: its figures in a row of bytes, and its tails. */
export type ReportColumns = { figures: Uint8Array; tails: PackedTails[] }

/** Keep the figures that a filing reports, in place of what was known of them before. */
export async function storeColumns(
  transaction: Transaction<Tables>,
  { sha256, columns }: { sha256: string; columns: ReportColumns },
): Promise<void> {
  const { id } = await transaction
    .insertInto('figures_of_report')
    .values({ id: nextId('figures_of_report'), sha256, figures: columns.figures })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (columns.tails.length === 0) return
  await transaction
    .insertInto('tails_of_report')
    .values(columns.tails.map(tails => ({ ...tails, report_id: id })))
    .execute()
}

/** Forget the figures of a filing. */
export async function eraseColumns(transaction: Transaction<Tables>, sha256: string): Promise<void> {
  const row = await transaction
    .selectFrom('figures_of_report')
    .select('id')
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (row === undefined) return
  await transaction.deleteFrom('tails_of_report').where('report_id', '=', row.id).execute()
  await transaction.deleteFrom('figures_of_report').where('id', '=', row.id).execute()
}
