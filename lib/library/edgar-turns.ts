import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'
import { whenFree } from './when-free.ts'

/**
 * When EDGAR may be asked, kept in the library, so that all its processes together keep to one rate, on whichever machine they
 * run: EDGAR counts whoever asks, "regardless of the number of machines", and a lock file is known to one of them. Nothing
 * that is read of deals changes, so the library's revision stays.
 */

/**
 * Reserve the next instant at which nobody else asks, at least so many milliseconds ahead, in milliseconds since 1970; null,
 * and none is reserved, where that is later than `latest`. One statement, so no two processes get the same.
 */
export async function reserveEdgarTurn(
  database: Kysely<Tables>,
  gapMs: number,
  latest: number,
  aheadMs: number,
): Promise<number | null> {
  const row = await whenFree(() => {
    const earliest = Date.now() + aheadMs
    return database
      .updateTable('edgar_turn')
      .set(({ eb }) => ({
        next_at: eb
          .case()
          .when('next_at', '>', earliest)
          .then(eb('next_at', '+', gapMs))
          .else(earliest + gapMs)
          .end(),
      }))
      .where('next_at', '<=', latest)
      .returning('next_at')
      .executeTakeFirst()
  })
  return row === undefined ? null : row.next_at - gapMs
}

/** Have nobody ask before an instant. */
export async function deferEdgar(database: Kysely<Tables>, until: number): Promise<void> {
  await whenFree(() =>
    database.updateTable('edgar_turn').set({ next_at: until }).where('next_at', '<', until).execute(),
  )
}
