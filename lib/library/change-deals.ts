import type { Kysely } from 'kysely'
import { deleteDeals, eraseDeals, restoreDeals } from './bin.ts'
import type { Changed, DealChange } from './deal-changes.ts'
import type { Tables } from './schema.ts'

/** Carry out a change of deals: what it says is written when this returns, all of it or nothing. */
export async function changeDeals(database: Kysely<Tables>, change: DealChange): Promise<Changed> {
  switch (change.what) {
    case 'delete':
      return await deleteDeals(database, change.slugs)
    case 'restore':
      return await restoreDeals(database, change.slugs)
    case 'erase':
      return await eraseDeals(database, change)
  }
}
