import type { CheckPages } from './check-pages.ts'
import type { FaultLog } from './fault-log.ts'
import { explainFault, LibraryFault } from './library-fault.ts'
import { findOverwritten, watchFiles } from './watch-files.ts'
import { watchPages } from './watch-pages.ts'

export type Condition = {
  /** Throws a LibraryFault when the open files are not in their place any more. */
  assertInPlace(): void
  /** Throws a LibraryFault when the file, still in its place, was written over. */
  assertNotOverwritten(): void
  /** Throws a LibraryFault when the file is known to be damaged. */
  assertSound(): void
  /** Looks at the pages again when the file has changed, waiting a moment; then as `assertSound`. */
  lookAgain(): Promise<void>
  /** Something was written, and is there. */
  worked(): void
  /** Another process met this in the same library. */
  heard(fault: LibraryFault): void
  /** `ask` with what goes wrong with the library in it thrown as a LibraryFault, its first cause in the log. */
  guarded<A extends unknown[], R>(ask: (...asked: A) => Promise<R>): (...asked: A) => Promise<R>
  close(): void
}

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
    return change === null ? explainFault(fault, folder) : new LibraryFault(change.code, change.reason)
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
    assertInPlace,
    assertNotOverwritten,
    assertSound,
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
