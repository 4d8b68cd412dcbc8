import { systemCodeOf } from '../library-fault.ts'

/** True for a fault that another connection's lock caused: what was asked did not happen, and may be asked again. */
export function isBusy(problem: unknown): boolean {
  return problem instanceof Error && /^SQLITE_BUSY/.test(systemCodeOf(problem))
}
