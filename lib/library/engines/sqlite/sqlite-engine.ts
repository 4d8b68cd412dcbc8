import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { FaultLog } from '../../fault-log.ts'
import { libraryFiles } from '../../library-files.ts'
import type { Engine, ThreadEngine } from '../engine.ts'
import type { CheckPages } from './check-pages.ts'
import { lookIntoSqlite, type OpenSqlite, openSqlite, reopenSqlite } from './sqlite.ts'
import { watchCondition } from './sqlite-condition.ts'
import { keepLogShort, truncateLog } from './truncate-log.ts'
import { watchWriting } from './watch-writing.ts'

const notChecked: CheckPages = async () => ({ damage: null, tookMs: 0 })

/** The library in a folder, for reading and writing. Throws a LibraryFault when that cannot be. */
export function openSqliteEngine(folder: string, log: FaultLog, checkPages = notChecked): Engine {
  return engineOn(openSqlite(folder), folder, log, checkPages)
}

/** The library in a folder, for looking into only. */
export function lookIntoSqliteEngine(folder: string, log: FaultLog): Engine {
  return engineOn(lookIntoSqlite(folder), folder, log, notChecked)
}

function engineOn(
  { database, connection }: OpenSqlite,
  folder: string,
  log: FaultLog,
  checkPages: CheckPages,
): Engine {
  const [file, writeAheadLog] = libraryFiles(folder)
  return {
    database,
    condition: watchCondition(folder, checkPages, log),
    looksOnly: connection.readonly,
    canWrite: watchWriting(folder, connection),
    findSizes: async () => ({ databaseBytes: sizeOf(file), logBytes: sizeOf(writeAheadLog) }),
    followChanges: () => undefined,
    close: async () => {
      if (connection.open && !connection.readonly) emptyLog(connection)
      await database.destroy()
      // Kysely closes only what it has been asked something through.
      if (connection.open) connection.close()
    },
  }
}

/** The library in a folder, opened once more by a thread. */
export function reopenSqliteEngine(folder: string): ThreadEngine {
  const { database, connection } = reopenSqlite(folder)
  const log = keepLogShort(folder, connection)
  return {
    database,
    written: log.written,
    close: () => {
      log.close()
      connection.close()
    },
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** What cannot be moved out of the log now is there when the library is opened again. */
function emptyLog(connection: Database): void {
  try {
    truncateLog(connection)
  } catch {}
}
