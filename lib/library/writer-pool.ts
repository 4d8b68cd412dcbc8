import { refuse } from '../issues.ts'
import { findKept, type ReceivedBytes, refusedFiling } from './keep-filing.ts'
import type { KeptFiling } from './library.ts'
import { type PoolOptions, workerPool } from './worker-pool.ts'
import type { OpenWriter } from './writer.ts'

/** What a thread is asked to do; only keeping has something to tell. */
export type WriteTask =
  | { what: 'keep'; received: ReceivedBytes }
  | { what: 'reread' | 'leave'; sha256: string }

/**
 * Reads and writes in worker threads, each with a connection of its own. Of a large filing only what became of it comes
 * back.
 *
 * A file that has to be given up is refused with `reading-was-given-up`, unless it was kept by then; one that is read
 * again then keeps the report it has.
 */
export function writerPool(entry: string, options: PoolOptions = {}): OpenWriter {
  return ({ folder, database, readerVersion }) => {
    const workerData = { folder, readerVersion }
    const pool = workerPool<WriteTask, KeptFiling | null>(entry, { ...options, workerData })

    async function keep(received: ReceivedBytes): Promise<KeptFiling> {
      const { sha256, name, bytes } = received
      const outcome = await pool.run({ what: 'keep', received }, `${name} (${bytes.length} bytes)`)
      const kept = outcome?.done ?? (await findKept(database, sha256, 'added'))
      return kept ?? refusedFiling(sha256, refuse('reading-was-given-up'))
    }

    async function reread(sha256: string): Promise<void> {
      const outcome = await pool.run({ what: 'reread', sha256 }, `${sha256} again`)
      if (outcome === null) await leave(sha256)
    }

    async function leave(sha256: string): Promise<void> {
      await pool.run({ what: 'leave', sha256 }, `${sha256} again`)
    }

    return { keep, reread, leave, close: pool.close }
  }
}
