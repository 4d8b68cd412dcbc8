import type { FaultLog } from '../fault-log.ts'
import type { LibraryFault } from '../library-fault.ts'
import type { LibraryPlace } from '../library-files.ts'
import type { Engine, ThreadEngine } from './engine.ts'
import { explainPostgresFault } from './postgres/explain-postgres-fault.ts'
import {
  lookIntoPostgresEngine,
  openPostgresEngine,
  reopenPostgresEngine,
} from './postgres/postgres-engine.ts'
import type { CheckPages } from './sqlite/check-pages.ts'
import { explainSqliteFault } from './sqlite/explain-sqlite-fault.ts'
import { lookIntoSqliteEngine, openSqliteEngine, reopenSqliteEngine } from './sqlite/sqlite-engine.ts'

/** Open the library at a place for reading and writing. `checkPages` looks through its file, where it is one. */
export function openEngine(
  { folder, address }: LibraryPlace,
  log: FaultLog,
  checkPages?: CheckPages,
): Engine {
  return address === undefined ? openSqliteEngine(folder, log, checkPages) : openPostgresEngine(address, log)
}

/** Open a library that another process has open, to look into only. */
export function lookIntoEngine({ folder, address }: LibraryPlace, log: FaultLog): Engine {
  return address === undefined ? lookIntoSqliteEngine(folder, log) : lookIntoPostgresEngine(address, log)
}

/** Open a library once more, in a thread that writes to it. */
export function reopenEngine({ folder, address }: LibraryPlace): ThreadEngine {
  return address === undefined ? reopenSqliteEngine(folder) : reopenPostgresEngine(address)
}

/** What a fault means for the library at a place; null for one that says nothing about it. */
export function explainFault(problem: unknown, { folder, address }: LibraryPlace): LibraryFault | null {
  return address === undefined ? explainSqliteFault(problem, folder) : explainPostgresFault(problem)
}
