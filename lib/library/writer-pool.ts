import { webcrypto } from 'node:crypto'
import { isPacked } from '../filing/packed-file.ts'
import { type RefusalCode, refuse } from '../issues.ts'
import type { LibraryFaultCode } from '../library-faults.ts'
import type { Place } from '../report.ts'
import type { ChangeOutcome, DealChange } from './deal-changes.ts'
import { longestToExplain } from './find-why.ts'
import { findKept, type ReceivedBytes, refusedFiling } from './keep-filing.ts'
import type { KeptFiling, WhyAnswer } from './library.ts'
import { LibraryFault } from './library-fault.ts'
import type { LibraryPlace } from './library-files.ts'
import { findSize, isOutdated } from './reread.ts'
import type { TaskFailure } from './run-task.ts'
import { limitsFor, type TaskLimits } from './task-limits.ts'
import { type PoolOptions, workerPool } from './worker-pool.ts'
import type { OpenWriter } from './writer.ts'
import { newProgress } from './writing-progress.ts'

/** What a thread is asked to do; all but reading again have something to tell. */
export type WriteTask =
  | { what: 'keep'; received: ReceivedBytes }
  | { what: 'reread' | 'leave'; sha256: string }
  | { what: 'explain'; sha256: string; at: Place }
  | { what: 'change'; change: DealChange }

/** What a thread has done, or what is wrong with the library that it could not. */
export type WriteOutcome =
  | { kept: KeptFiling | null }
  | { why: WhyAnswer }
  | { changed: ChangeOutcome }
  | { broken: { code: LibraryFaultCode; reason: string } }

/** What a thread is started with. */
export type WriterData = { place: LibraryPlace; readerVersion: string; progress: SharedArrayBuffer }

export type WriterPoolOptions = PoolOptions & { limitsFor?: typeof limitsFor }

/** A file from which on reading takes a second and more. Most filings are smaller by ten times. */
const largeBytes = 1e6

/** Emptying a bin of the largest filings takes some seconds for each. */
const changeLimits: TaskLimits = { cpuMs: 120_000, wallMs: 600_000 }

/** What is said of a file whose reading was given up. */
const refusalFor: Record<TaskFailure['why'], RefusalCode> = {
  'too-long': 'reading-took-too-long',
  'too-much-memory': 'reading-took-too-much-memory',
  fault: 'reading-failed',
}

/**
 * Reads and writes in worker threads, each with a connection of its own. Of a large filing only what became of it comes
 * back. The time that a file may take grows with its size.
 *
 * A file that has to be given up is refused with `reading-took-too-long`, `reading-took-too-much-memory` or
 * `reading-failed`, unless it was kept by then; one that is read again then keeps the report it has. What is
 * wrong with the library itself is thrown as a LibraryFault.
 */
export function writerPool(entry: string, options: WriterPoolOptions = {}): OpenWriter {
  const limitsOf = options.limitsFor ?? limitsFor
  return ({ place, database, readerVersion }) => {
    const workerData: WriterData = { place, readerVersion, progress: newProgress() }
    const pool = workerPool<WriteTask, WriteOutcome>(entry, { ...options, workerData })

    async function keep(received: ReceivedBytes, upload?: symbol): Promise<KeptFiling> {
      const { name, bytes } = received
      const isLarge = bytes.length > largeBytes
      const terms = { limits: limitsOf(bytes.length, isPacked(bytes)), owner: upload, isLarge }
      const outcome = await pool.run({ what: 'keep', received }, terms)
      const kept = 'done' in outcome ? keptIn(outcome.done) : null
      if (kept !== null) return kept
      const failure = 'failure' in outcome ? outcome.failure : nothingSaid
      const sha256 = isPacked(bytes) ? bytes.sha256 : await sha256Of(bytes)
      logFailure(`${name} (${bytes.length} bytes, SHA-256 ${sha256})`, failure)
      return await findGivenUp(sha256, failure)
    }

    /** A thread may end right after it has kept the file, or over a known one that it was to read again. */
    async function findGivenUp(sha256: string, failure: TaskFailure): Promise<KeptFiling> {
      const isKnown = await isOutdated(database, readerVersion, sha256)
      if (isKnown) await leave(sha256)
      const kept = await findKept(database, sha256, isKnown ? 'known' : 'added')
      return kept ?? refusedFiling(sha256, refuse(refusalFor[failure.why]))
    }

    async function reread(sha256: string): Promise<void> {
      const bytes = await findSize(database, sha256)
      const outcome = await pool.run(
        { what: 'reread', sha256 },
        { limits: limitsOf(bytes), isLarge: bytes > largeBytes },
      )
      if ('done' in outcome) keptIn(outcome.done)
      if (!('failure' in outcome)) return
      logFailure(`filing ${sha256} (${bytes} bytes) again`, outcome.failure)
      await leave(sha256)
    }

    async function leave(sha256: string): Promise<void> {
      const outcome = await pool.run({ what: 'leave', sha256 })
      if ('done' in outcome) keptIn(outcome.done)
      else logFailure(`filing ${sha256} again`, outcome.failure)
    }

    async function explain(sha256: string, at: Place): Promise<WhyAnswer> {
      const bytes = await findSize(database, sha256)
      if (bytes > longestToExplain.onThread) return { tables: null }
      const outcome = await pool.run({ what: 'explain', sha256, at }, { limits: limitsOf(bytes) })
      if ('failure' in outcome) {
        logFailure(`filing ${sha256} (${bytes} bytes) for its reasons`, outcome.failure)
        return { tables: null }
      }
      if ('why' in outcome.done) return outcome.done.why
      keptIn(outcome.done)
      return { tables: null }
    }

    async function change(change: DealChange): Promise<ChangeOutcome> {
      const outcome = await pool.run({ what: 'change', change }, { limits: changeLimits })
      if ('failure' in outcome) throw new Error(`Changing deals was given up: ${outcome.failure.cause}`)
      if ('changed' in outcome.done) return outcome.done.changed
      keptIn(outcome.done)
      throw new Error('Its thread said nothing of a change of deals.')
    }

    return { keep, reread, leave, explain, change, load: pool.load, close: pool.close }
  }
}

function keptIn(outcome: WriteOutcome): KeptFiling | null {
  if ('kept' in outcome) return outcome.kept
  if ('why' in outcome || 'changed' in outcome) return null
  throw new LibraryFault(outcome.broken.code, outcome.broken.reason)
}

const nothingSaid: TaskFailure = { why: 'fault', cause: 'its thread said nothing of it' }

/** The cause goes to whoever runs the service, once; whoever dropped the file hears its code's words. */
function logFailure(file: string, { cause }: TaskFailure): void {
  console.error(`Reading ${file} was given up: ${cause}`)
}

/** The SHA-256 of bytes in hex, worked out beside the thread that asks: 50 MB would hold it up for a while. */
async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await webcrypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return Buffer.from(digest).toString('hex')
}
