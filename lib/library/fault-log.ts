import { libraryFaultWording } from '../library-faults.ts'
import type { LibraryFault } from './library-fault.ts'

/** A fault that has not come for so long counts as a new one, in milliseconds. */
const quietMs = 10 * 60_000

export type FaultLog = {
  failed(fault: LibraryFault): void
  /** Something was added, so what was wrong with adding is over. */
  worked(): void
}

type Current = { code: string; repeats: number; at: number }

/**
 * Writes what is wrong with the library into the log once, with its first cause; repeats are counted and told when
 * something else is wrong or things work again. A full disk would otherwise fill the log with the same line for every file sent.
 */
export function faultLog(write: (line: string) => void, now: () => number = Date.now): FaultLog {
  let current: Current | null = null

  function countRepeats(): void {
    if (current !== null && current.repeats > 0)
      write(`${current.code} came ${current.repeats} more ${current.repeats === 1 ? 'time' : 'times'}.`)
  }

  return {
    failed: ({ code, message }) => {
      if (current !== null && current.code === code && now() - current.at < quietMs) {
        current.repeats++
        current.at = now()
        return
      }
      countRepeats()
      current = { code, repeats: 0, at: now() }
      write(`${code}: ${libraryFaultWording[code]} The cause: ${message}`)
    },
    worked: () => {
      if (current === null) return
      countRepeats()
      write(`The library takes filings again; ${current.code} is over.`)
      current = null
    },
  }
}
