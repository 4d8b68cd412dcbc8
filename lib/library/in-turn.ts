import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely, Transaction } from 'kysely'
import { isBusy, isUndone } from './engines/is-busy.ts'
import type { Tables } from './schema.ts'
import { lastProgressAt, markProgress } from './writing-progress.ts'

/** How long a writer waits while nobody else gets on with writing, in milliseconds. */
const patienceMs = 4000
/** How long it waits in all, in milliseconds, well below what a thread may take. */
const longestMs = 60_000

/**
 * A transaction that writes. Its first statement is a write, so writers of all processes queue there, before any of
 * them has read what another is about to change. Waiting leaves the thread free, and able to end.
 *
 * Throws what the database says of it when somebody keeps the library locked and writes nothing.
 */
export async function inTurn<T>(
  database: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const startedAt = Date.now()
  let seen = { revision: await revisionOf(database), at: startedAt }
  for (;;) {
    let hasBegun = false
    try {
      return await database.transaction().execute(async transaction => {
        await raiseRevision(transaction)
        hasBegun = true
        markProgress()
        return await work(transaction)
      })
    } catch (fault) {
      if ((hasBegun && !isUndone(fault)) || !isBusy(fault)) throw fault
      const revision = await revisionOf(database)
      if (revision !== seen.revision) seen = { revision, at: Date.now() }
      const progressAt = Math.max(seen.at, lastProgressAt())
      if (Date.now() > Math.min(progressAt + patienceMs, startedAt + longestMs)) throw fault
    }
    // Not the same for all, or those who wait would go on meeting each other.
    await sleep(5 + Math.random() * 20)
  }
}

async function raiseRevision(transaction: Transaction<Tables>): Promise<void> {
  await transaction
    .updateTable('library')
    .set(row => ({ revision: row('revision', '+', 1) }))
    .execute()
}

/** How often the library has been written. */
async function revisionOf(database: Kysely<Tables>): Promise<number> {
  const { revision } = await database.selectFrom('library').select('revision').executeTakeFirstOrThrow()
  return revision
}
