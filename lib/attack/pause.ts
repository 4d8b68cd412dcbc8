import { setTimeout } from 'node:timers/promises'

/** Resolves after so many milliseconds. */
export function pause(ms: number): Promise<void> {
  return setTimeout(ms)
}

/** What `find` gives, asked every few milliseconds until it is not null; null when it stays so for `mostMs`. */
export async function untilFound<T>(
  find: () => Promise<T | null> | T | null,
  mostMs: number,
  everyMs = 25,
): Promise<T | null> {
  const deadline = performance.now() + mostMs
  for (;;) {
    const found = await find()
    if (found !== null || performance.now() > deadline) return found
    await pause(everyMs)
  }
}
