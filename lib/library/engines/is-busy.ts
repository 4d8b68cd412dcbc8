import { systemCodeOf } from '../library-fault.ts'

/**
 * True for a fault that another connection's lock caused: what was asked did not happen, and may be asked again. Those of
 * PostgreSQL are: a lock was not had in time, two transactions waited for each other, and could not be put in an order.
 */
export function isBusy(problem: unknown): boolean {
  return problem instanceof Error && /^(SQLITE_BUSY|55P03$|40P01$|40001$)/.test(systemCodeOf(problem))
}

/** True for one that undid a transaction that had begun, all of which may be done again. */
export function isUndone(problem: unknown): boolean {
  return problem instanceof Error && /^(40P01|40001)$/.test(systemCodeOf(problem))
}
