import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { isBusy } from './engines/is-busy.ts'
import type { Tables } from './schema.ts'

/**
 * When EDGAR may be asked, kept in the library, so that all its processes together keep to one rate, on whichever machine they
 * run: EDGAR counts whoever asks, "regardless of the number of machines", and a lock file is known to one of them. Nothing
 * that is read of deals changes, so the library's revision stays.
 */

/** How long a turn waits for a library that others write, in milliseconds. */
const patienceMs = 10_000

/**
 * Reserve the next instant at which nobody else asks, in milliseconds since 1970; null, and none is reserved, where that is
 * later than `latest`. One statement, so no two processes get the same.
 */
export async function reserveEdgarTurn(
  database: Kysely<Tables>,
  gapMs: number,
  latest: number,
): Promise<number | null> {
  const now = Date.now()
  const row = await whenFree(() =>
    database
      .updateTable('edgar_turn')
      .set(({ eb }) => ({
        next_at: eb
          .case()
          .when('next_at', '>', now)
          .then(eb('next_at', '+', gapMs))
          .else(now + gapMs)
          .end(),
      }))
      .where('next_at', '<=', latest)
      .returning('next_at')
      .executeTakeFirst(),
  )
  return row === undefined ? null : row.next_at - gapMs
}

/** Have nobody ask before an instant. */
export async function deferEdgar(database: Kysely<Tables>, until: number): Promise<void> {
  await whenFree(() =>
    database.updateTable('edgar_turn').set({ next_at: until }).where('next_at', '<', until).execute(),
  )
}

/** Write once no other process does. Throws SQLITE_BUSY when that takes too long. */
async function whenFree<T>(write: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + patienceMs
  for (;;) {
    try {
      return await write()
    } catch (fault) {
      if (!isBusy(fault) || Date.now() > giveUpAt) throw fault
    }
    await sleep(5 + Math.random() * 20)
  }
}
