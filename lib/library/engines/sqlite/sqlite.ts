import SqliteDatabase from 'better-sqlite3'
import { Kysely } from 'kysely'
import { libraryFiles } from '../../library-files.ts'
import { makeFolder } from '../../make-folder.ts'
import type { Tables } from '../../schema.ts'
import { isBusy } from '../is-busy.ts'
import { explainSqliteFault } from './explain-sqlite-fault.ts'
import { FirstCauseDialect } from './sqlite-dialect.ts'
import { migrate } from './sqlite-migrations.ts'

/** How long opening a library waits for others, in milliseconds; a thread that opens it once more waits less. */
const openingPatienceMs = 5000
const reopeningPatienceMs = 2000

/**
 * How long a statement waits for others, in milliseconds. Short, for the wait holds up the whole thread: who wants to
 * write asks again (`inTurn`), and reading waits for nobody but a program that locks the file for itself.
 */
const statementPatienceMs = 250

/** An open library: for queries, and the connection that they go through. */
export type OpenSqlite = { database: Kysely<Tables>; connection: SqliteDatabase.Database }

/**
 * The library's database in a folder, made and migrated when need be.
 *
 * What a transaction has written is on the disk when it returns (WAL, synchronous FULL). Several processes and threads may
 * have it open. Throws a LibraryFault when it cannot be both read and written.
 */
export function openSqlite(folder: string): OpenSqlite {
  makeFolder(folder)
  return connect(folder, { timeout: openingPatienceMs }, assertWritable)
}

/** Another connection to a library that is open already; never makes a file in the place of one that is gone. */
export function reopenSqlite(folder: string): OpenSqlite {
  return connect(folder, { timeout: reopeningPatienceMs, fileMustExist: true })
}

/**
 * A connection to look through into a library that another process has open: it cannot write, and leaves the log to that
 * process.
 */
export function lookIntoSqlite(folder: string): OpenSqlite {
  return connect(folder, { timeout: reopeningPatienceMs, readonly: true, fileMustExist: true })
}

type Options = { timeout: number; fileMustExist?: boolean; readonly?: boolean }

function connect(
  folder: string,
  options: Options,
  check?: (connection: SqliteDatabase.Database) => void,
): OpenSqlite {
  let connection: SqliteDatabase.Database | null = null
  try {
    connection = new SqliteDatabase(libraryFiles(folder)[0], options)
    turnOnWriteAheadLog(connection, options.timeout)
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    migrate(connection)
    check?.(connection)
    connection.pragma(`busy_timeout = ${statementPatienceMs}`)
    return { database: new Kysely<Tables>({ dialect: new FirstCauseDialect(connection) }), connection }
  } catch (fault) {
    connection?.close()
    throw explainSqliteFault(fault, folder) ?? fault
  }
}

/**
 * Changing the journal's mode does not wait for others as everything else does (SQLite answers busy at once), so
 * processes that make the file at the same moment take turns here.
 */
function turnOnWriteAheadLog(connection: SqliteDatabase.Database, patienceMs: number): void {
  const deadline = Date.now() + patienceMs
  for (;;) {
    try {
      connection.pragma('journal_mode = WAL')
      return
    } catch (problem) {
      if (!isBusy(problem) || Date.now() > deadline) throw problem
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

/**
 * SQLite opens a file that it may not write for reading and says nothing, not even to who asks for the write lock; nor does
 * it look whether the tables are there.
 */
function assertWritable(connection: SqliteDatabase.Database): void {
  connection.exec('begin immediate; update library set revision = revision; rollback')
}
