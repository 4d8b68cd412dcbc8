import { type RawBuilder, sql } from 'kysely'
import type { Tables } from './schema.ts'

/**
 * The number of a row that is to be added to a table: one more than the highest there is. Whoever adds rows is alone in
 * writing (`inTurn`), so no two get the same, and no sequence has to be brought along with a library.
 */
export function nextId(table: keyof Tables): RawBuilder<number> {
  return sql<number>`(select coalesce(max(id), 0) + 1 from ${sql.table(table)})`
}
