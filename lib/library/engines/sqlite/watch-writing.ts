import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from 'better-sqlite3'
import { LibraryFault } from '../../library-fault.ts'
import { lastProgressAt } from '../../writing-progress.ts'
import { isBusy } from '../is-busy.ts'
import { findRoomFault } from './disk-fault.ts'

export type WritingLimits = {
  /** How long somebody may keep the library locked and write nothing, in milliseconds. */
  patienceMs: number
  /** What was found is told for so long before it is looked for again, in milliseconds. */
  freshMs: number
}

/** A little less than who writes waits (`inTurn`), so that health is told before uploads are refused. */
const usualLimits: WritingLimits = { patienceMs: 3000, freshMs: 1000 }

/** Between two tries to lock the library, in milliseconds. */
const pauseMs = 50

/**
 * Gives a function that finds whether the library could be written now: it throws what hinders that. Nothing is written to
 * the library, and one look serves all who ask meanwhile and shortly after.
 */
export function watchWriting(
  folder: string,
  connection: Database,
  limits: WritingLimits = usualLimits,
): () => Promise<void> {
  let last: { look: Promise<void>; endedAt: number | null } | null = null

  async function look(): Promise<void> {
    await untilLocked(connection, limits.patienceMs)
    const fault = await findRoomFault(folder)
    if (fault !== null) throw new LibraryFault(fault.code, fault.reason)
  }

  return () => {
    if (last && (last.endedAt === null || performance.now() - last.endedAt < limits.freshMs)) return last.look
    const current: NonNullable<typeof last> = { look: look(), endedAt: null }
    last = current
    const end = () => {
      current.endedAt = performance.now()
    }
    current.look.then(end, end)
    return current.look
  }
}

/** Resolves once the library could be locked for writing; throws SQLITE_BUSY when somebody holds the lock and writes nothing. */
async function untilLocked(connection: Database, patienceMs: number): Promise<void> {
  let seen = { revision: revisionOf(connection), at: Date.now() }
  for (;;) {
    try {
      return lockForAMoment(connection)
    } catch (problem) {
      if (!isBusy(problem)) throw problem
      const revision = revisionOf(connection)
      if (revision !== seen.revision) seen = { revision, at: Date.now() }
      if (Date.now() > Math.max(seen.at, lastProgressAt()) + patienceMs) throw problem
    }
    await sleep(pauseMs)
  }
}

/** Without waiting for others, which would hold up everything else on this thread. */
function lockForAMoment(connection: Database): void {
  // A transaction of this very connection is under way, so it can be written.
  if (connection.inTransaction) return
  const waited = connection.pragma('busy_timeout', { simple: true })
  connection.pragma('busy_timeout = 0')
  try {
    connection.exec('begin immediate; rollback')
  } finally {
    connection.pragma(`busy_timeout = ${waited}`)
  }
}

function revisionOf(connection: Database): unknown {
  return connection.prepare('select revision from library').pluck().get()
}
