import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { refuse } from '../issues.ts'
import type { Prepare, Prepared } from './prepare-filing.ts'

/** No filing of 50 MB takes near as long; whatever does is stuck. In milliseconds. */
const longestReading = 120_000
const mostMemoryMb = 1536

type Answer = { prepared: Prepared } | { fault: string }
type Job = { bytes: Uint8Array; name: string; done: (prepared: Prepared) => void }

export type PoolOptions = { size?: number; longestReadingMs?: number }

/**
 * Prepares filings in worker threads, as many at once as there are processors to spare; the others wait their turn.
 *
 * A file whose thread fails, runs out of memory or takes too long is refused with `reading-was-given-up`; the thread is
 * replaced and the others never notice. Idle threads do not keep the process alive.
 */
export function preparePool(entry: string, options: PoolOptions = {}): Prepare {
  const size = options.size ?? Math.max(1, Math.min(4, availableParallelism() - 1))
  const timeLimit = options.longestReadingMs ?? longestReading
  const idle: Worker[] = []
  const waiting: Job[] = []
  let running = 0

  function startNext(): void {
    if (running >= size) return
    const job = waiting.shift()
    if (job === undefined) return
    running++
    runJob(idle.pop() ?? startWorker(entry), job, timeLimit, worker => {
      running--
      if (worker !== null) idle.push(worker)
      startNext()
    })
  }

  return (bytes, name) =>
    new Promise(done => {
      waiting.push({ bytes, name, done })
      startNext()
    })
}

function startWorker(entry: string): Worker {
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } })
  worker.unref()
  return worker
}

/** Run one job; `release` gets the worker back, or null when it had to be ended. */
function runJob(worker: Worker, job: Job, timeLimit: number, release: (worker: Worker | null) => void): void {
  const timer = setTimeout(() => giveUp('it took too long'), timeLimit)
  worker.ref()
  worker.once('message', onMessage)
  worker.once('error', giveUp)
  worker.once('exit', onExit)
  worker.postMessage({ bytes: job.bytes, name: job.name })

  function onMessage(answer: Answer): void {
    settle()
    worker.unref()
    if ('fault' in answer) tell(job, answer.fault)
    job.done('prepared' in answer ? answer.prepared : { refusal: refuse('reading-was-given-up') })
    release(worker)
  }

  function onExit(): void {
    giveUp('its thread ended')
  }

  function giveUp(reason: unknown): void {
    settle()
    worker.once('error', () => undefined)
    void worker.terminate()
    tell(job, reason)
    job.done({ refusal: refuse('reading-was-given-up') })
    release(null)
  }

  function settle(): void {
    clearTimeout(timer)
    worker.off('message', onMessage)
    worker.off('error', giveUp)
    worker.off('exit', onExit)
  }
}

/** The cause goes to whoever runs the service, never to the person who dropped the file. */
function tell(job: Job, reason: unknown): void {
  console.error(`Reading ${job.name} (${job.bytes.length} bytes) was given up:`, reason)
}
