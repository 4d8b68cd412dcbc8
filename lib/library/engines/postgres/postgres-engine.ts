import { type Kysely, sql } from 'kysely'
import type { FaultLog } from '../../fault-log.ts'
import type { Tables } from '../../schema.ts'
import type { Condition, Engine, ThreadEngine } from '../engine.ts'
import { explainPostgresFault } from './explain-postgres-fault.ts'
import { followRevision } from './follow-revision.ts'
import { openPostgres, type PoolLimits } from './postgres.ts'
import { migratePostgres } from './postgres-migrations.ts'

/**
 * Connections of a process that serves, of one that draws pages or looks otherwise, and of a thread that writes, which does
 * one thing at a time.
 */
const limits = {
  serving: { most: 8, statementMs: 30_000 },
  looking: { most: 3, statementMs: 30_000 },
  writing: { most: 2, statementMs: 120_000 },
} as const satisfies Record<string, PoolLimits>

/** The library in a database of a server. It is reached, made and migrated once something is asked of it, and not before. */
export function openPostgresEngine(address: string, log: FaultLog): Engine {
  return engineOn(openPostgres(address, limits.serving), log, address)
}

/** The same to look into only. */
export function lookIntoPostgresEngine(address: string, log: FaultLog): Engine {
  return engineOn(openPostgres(address, limits.looking), log, null)
}

function engineOn(database: Kysely<Tables>, log: FaultLog, followed: string | null): Engine {
  let stopFollowing = () => {}
  return {
    database,
    condition: watchPostgres(database, log),
    looksOnly: followed === null,
    canWrite: tryWriting(database),
    findSizes: async () => ({ databaseBytes: await sizeOf(database), logBytes: 0 }),
    followChanges: changed => {
      if (followed !== null) stopFollowing = followRevision(followed, changed)
    },
    close: async () => {
      stopFollowing()
      await database.destroy()
    },
  }
}

/** The library in a database, opened once more by a thread. */
export function reopenPostgresEngine(address: string): ThreadEngine {
  const database = openPostgres(address, limits.writing)
  return {
    database,
    written: () => undefined,
    close: () => void database.destroy().catch(() => undefined),
  }
}

/** What becomes of the files is the server's to watch. A library that could not be reached is found again by who asks next. */
function watchPostgres(database: Kysely<Tables>, log: FaultLog): Condition {
  let ready: Promise<void> | null = null
  const untilReady = () => {
    ready ??= migratePostgres(database).catch(fault => {
      ready = null
      throw fault
    })
    return ready
  }
  return {
    assertSound: () => undefined,
    assertKept: () => undefined,
    lookAgain: async () => undefined,
    worked: log.worked,
    heard: log.failed,
    guarded:
      ask =>
      async (...asked) => {
        try {
          await untilReady()
          return await ask(...asked)
        } catch (problem) {
          const fault = explainPostgresFault(problem)
          if (fault === null) throw problem
          log.failed(fault)
          throw fault
        }
      },
    close: () => undefined,
  }
}

/** What was found is told for so long before it is looked for again, in milliseconds. */
const freshMs = 1000

/** Gives a function that writes a row and takes it back; one look serves all who ask meanwhile and shortly after. */
function tryWriting(database: Kysely<Tables>): () => Promise<void> {
  let last: { look: Promise<void>; startedAt: number } | null = null

  async function look(): Promise<void> {
    const transaction = await database.startTransaction().execute()
    try {
      const name = `probe ${process.pid} ${Math.random()}`
      const row = { name, layout: 0, revision: 0, rows: 0, bytes: Buffer.alloc(0) }
      await transaction.insertInto('kept_column').values(row).execute()
    } finally {
      await transaction.rollback().execute()
    }
  }

  return () => {
    if (last !== null && performance.now() - last.startedAt < freshMs) return last.look
    last = { look: look(), startedAt: performance.now() }
    return last.look
  }
}

/** In bytes; 0 where the database does not say. */
async function sizeOf(database: Kysely<Tables>): Promise<number> {
  try {
    const { rows } = await sql<{
      bytes: number
    }>`select pg_database_size(current_database()) as bytes`.execute(database)
    return rows[0]?.bytes ?? 0
  } catch (fault) {
    if (explainPostgresFault(fault) !== null) throw fault
    return 0
  }
}
