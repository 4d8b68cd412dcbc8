import type { LibraryFaultCode } from '../library-faults.ts'

/** The library itself cannot be used as asked. `digest` is what a page hears of it, for Next hides an error's message. */
export class LibraryFault extends Error {
  override readonly name = 'LibraryFault'
  readonly code: LibraryFaultCode
  readonly digest: LibraryFaultCode

  /** `reason` is the first cause in the words of whoever met it, for the log. */
  constructor(code: LibraryFaultCode, reason: string) {
    super(reason)
    this.code = code
    this.digest = code
  }
}

/** The code that the system, or a driver, gave a fault; empty where it gave none. */
export function systemCodeOf(fault: Error): string {
  return 'code' in fault ? String(fault.code) : ''
}

/** A cause in one line, its code with it. */
export function describeFault(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  const code = systemCodeOf(fault)
  const words = `${fault.name}: ${fault.message}`
  return (code === '' || words.includes(code) ? words : `${words} (${code})`).replace(/\s+/g, ' ')
}
