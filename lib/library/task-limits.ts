/** What one task may take of its thread, in milliseconds. */
export type TaskLimits = { cpuMs: number; wallMs: number }

/**
 * Processor time that every file may take, and what is added for each megabyte. On a machine whose processors are all busy
 * (2 of them, 2026), generated filings of 5 to 20 MB take 0.4 to 0.8 s a megabyte, and the hostile texts of
 * `fixtures/large-filings.ts` up to 2.2.
 */
const cpuMsForAny = 5_000
const cpuMsForMegabyte = 3_000

/**
 * The clock's limit over that of the processor. It ends only what waits without working, so it leaves room for a machine
 * with many more threads than processors, and for the minute that a thread may wait for another's transaction.
 */
const wallTimes = 8
const wallMsForAny = 90_000

/** Of a loan-level exhibit that is packed, a megabyte takes some 40 ms of the same machine. */
const cpuMsForPacked = 250

/** What reading a file of so many bytes may take, or one that is packed. */
export function limitsFor(bytes: number, isPacked = false): TaskLimits {
  const cpuMs = cpuMsForAny + ((isPacked ? cpuMsForPacked : cpuMsForMegabyte) * bytes) / 1e6
  return { cpuMs, wallMs: wallMsForAny + wallTimes * cpuMs }
}
