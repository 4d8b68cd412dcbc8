import type { FaultLog } from '../../fault-log.ts'
import { LibraryFault } from '../../library-fault.ts'
import type { Condition } from '../engine.ts'
import type { CheckPages } from './check-pages.ts'
import { explainSqliteFault } from './explain-sqlite-fault.ts'
import { findOverwritten, watchFiles } from './watch-files.ts'
import { watchPages } from './watch-pages.ts'

/** Watches over an open library in a folder, to be called right after it was opened. */
export function watchCondition(folder: string, checkPages: CheckPages, log: FaultLog): Condition {
  const changed = watchFiles(folder)
  const pages = watchPages(folder, checkPages, damage =>
    log.failed(new LibraryFault('library-damaged', damage)),
  )

  function assertInPlace(): void {
    const fault = changed()
    if (fault !== null) throw new LibraryFault(fault.code, fault.reason)
  }

  function assertNotOverwritten(): void {
    const fault = findOverwritten(folder)
    if (fault !== null) throw new LibraryFault(fault.code, fault.reason)
  }

  function assertSound(): void {
    const damage = pages.damage()
    if (damage !== null) throw new LibraryFault('library-damaged', damage)
  }

  /** What is gone fails in many ways; that it is gone is the cause of them all. */
  function causeOf(fault: unknown): LibraryFault | null {
    const change = changed()
    return change === null ? explainSqliteFault(fault, folder) : new LibraryFault(change.code, change.reason)
  }

  function heard(fault: LibraryFault): void {
    if (fault.code === 'library-damaged') pages.suspect(fault.message)
    log.failed(fault)
  }

  function guarded<A extends unknown[], R>(ask: (...asked: A) => Promise<R>) {
    return async (...asked: A): Promise<R> => {
      try {
        assertInPlace()
        return await ask(...asked)
      } catch (problem) {
        const fault = causeOf(problem)
        if (fault === null) throw problem
        heard(fault)
        throw fault
      }
    }
  }

  return {
    assertSound,
    assertKept: () => {
      assertInPlace()
      assertNotOverwritten()
    },
    lookAgain: async () => {
      await pages.lookAgain()
      assertSound()
    },
    worked: log.worked,
    heard,
    guarded,
    close: pages.close,
  }
}
