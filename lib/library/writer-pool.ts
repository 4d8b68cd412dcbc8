import { webcrypto } from 'node:crypto'
import { refuse } from '../issues.ts'
import { findKept, type ReceivedBytes, refusedFiling } from './keep-filing.ts'
import type { KeptFiling } from './library.ts'
import { isOutdated } from './reread.ts'
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
      const { name, bytes } = received
      const outcome = await pool.run({ what: 'keep', received }, `${name} (${bytes.length} bytes)`)
      return outcome?.done ?? (await sayGivenUp(bytes))
    }

    /** A thread may end right after it has kept the file, or over a known one that it was to read again. */
    async function sayGivenUp(bytes: Uint8Array): Promise<KeptFiling> {
      const sha256 = await sha256Of(bytes)
      const isKnown = await isOutdated(database, readerVersion, sha256)
      if (isKnown) await leave(sha256)
      const kept = await findKept(database, sha256, isKnown ? 'known' : 'added')
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

/** The SHA-256 of bytes in hex, worked out beside the thread that asks: 50 MB would hold it up for a while. */
async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await webcrypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return Buffer.from(digest).toString('hex')
}
