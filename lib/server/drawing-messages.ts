import type { LibraryFaultCode } from '../library-faults.ts'
import type { ReadyAnswer } from './ready-answer.ts'

/** What is wrong with the library, and the first cause of it in the words of whoever met it. */
export type HeardFault = { code: LibraryFaultCode; reason: string }

/**
 * What a process that draws says: that it is there; then of each page, which it is told as an `Asked`, that it has begun
 * with it, and what it drew or why it could not. At any time, what is wrong with the library.
 */
export type DrawNews =
  | { isReady: true }
  | { hasBegun: true }
  | { drawn: ReadyAnswer }
  | { fault: string }
  | { libraryFault: HeardFault }
