import { setTimeout as sleep } from 'node:timers/promises'
import { isBusy } from './engines/is-busy.ts'

/** How long a statement waits for a library that others write, in milliseconds. */
const patienceMs = 10_000

/**
 * Write with one statement that changes nothing of what is read of deals, so that the library's revision stays, once no other
 * process writes. Throws what is wrong with the library when that takes too long.
 */
export async function whenFree<T>(write: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + patienceMs
  for (;;) {
    try {
      return await write()
    } catch (fault) {
      if (!isBusy(fault) || Date.now() > giveUpAt) throw fault
    }
    await sleep(5 + Math.random() * 20)
  }
}
