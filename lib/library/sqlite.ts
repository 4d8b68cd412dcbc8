import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Tables } from './schema.ts'
import { migrate } from './sqlite-migrations.ts'

/** How long a writer waits for another, in milliseconds. */
const usualPatienceMs = 15_000

/**
 * The library's database in a folder, made and migrated when need be.
 *
 * What a transaction has written is on the disk when it returns (WAL, synchronous FULL). Several processes
 * and threads may have it open.
 */
export function openSqlite(folder: string, patienceMs = usualPatienceMs): Kysely<Tables> {
  mkdirSync(folder, { recursive: true })
  const database = new SqliteDatabase(join(folder, 'library.sqlite'), { timeout: patienceMs })
  turnOnWriteAheadLog(database, patienceMs)
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  migrate(database)
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
}

/**
 * Changing the journal's mode does not wait for others as everything else does (SQLite answers busy at once), so
 * processes that make the file at the same moment take turns here.
 */
function turnOnWriteAheadLog(database: SqliteDatabase.Database, patienceMs: number): void {
  const deadline = Date.now() + patienceMs
  for (;;) {
    try {
      database.pragma('journal_mode = WAL')
      return
    } catch (problem) {
      if (!isBusy(problem) || Date.now() > deadline) throw problem
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

function isBusy(problem: unknown): boolean {
  return problem instanceof SqliteDatabase.SqliteError && problem.code.startsWith('SQLITE_BUSY')
}
