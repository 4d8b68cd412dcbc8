import type { FaultLog } from '../fault-log.ts'
import type { LibraryFault } from '../library-fault.ts'
import type { LibraryPlace } from '../library-files.ts'
import type { Engine, ThreadEngine } from './engine.ts'
import type { CheckPages } from './sqlite/check-pages.ts'
import { explainSqliteFault } from './sqlite/explain-sqlite-fault.ts'
import { lookIntoSqliteEngine, openSqliteEngine, reopenSqliteEngine } from './sqlite/sqlite-engine.ts'

/** Open the library at a place for reading and writing. `checkPages` looks through its file, where it is one. */
export function openEngine({ folder }: LibraryPlace, log: FaultLog, checkPages?: CheckPages): Engine {
  return openSqliteEngine(folder, log, checkPages)
}

/** Open a library that another process has open, to look into only. */
export function lookIntoEngine({ folder }: LibraryPlace, log: FaultLog): Engine {
  return lookIntoSqliteEngine(folder, log)
}

/** Open a library once more, in a thread that writes to it. */
export function reopenEngine({ folder }: LibraryPlace): ThreadEngine {
  return reopenSqliteEngine(folder)
}

/** What a fault means for the library at a place; null for one that says nothing about it. */
export function explainFault(problem: unknown, { folder }: LibraryPlace): LibraryFault | null {
  return explainSqliteFault(problem, folder)
}
