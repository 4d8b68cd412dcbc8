import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { refuse } from '../issues.ts'
import type { Prepare, Prepared } from './prepare-filing.ts'

/** No filing of 50 MB takes near as long; whatever does is stuck. */
const longestReadingMs = 120_000
/** 12 times the largest file, twice over. */
const mostMemoryMb = 1200

type Answer = { prepared: Prepared } | { fault: string }
type Job = { bytes: Uint8Array; name: string; done: (prepared: Prepared) => void }

export type PoolOptions = { size?: number; longestReadingMs?: number; mostMemoryMb?: number }

/**
 * Prepares filings in worker threads, as many at once as there are processors to spare and at least two, so that a large
 * one never makes a small one wait; the others wait their turn.
 *
 * A file whose thread fails, runs out of memory or takes too long is refused with `reading-was-given-up`; the thread is
 * replaced and the others never notice. Idle threads do not keep the process alive. The first is started at once, for
 * loading the reader takes longer than reading most filings.
 */
export function preparePool(entry: string, options: PoolOptions = {}): Prepare {
  const size = options.size ?? Math.max(2, Math.min(4, availableParallelism() - 1))
  const limits = { longestReadingMs, mostMemoryMb, ...options }
  const idle = new Set<Worker>()
  const waiting: Job[] = []
  let running = 0
  idle.add(startOne())

  function startOne(): Worker {
    const worker = startWorker(entry, limits.mostMemoryMb)
    worker.once('exit', () => idle.delete(worker))
    return worker
  }

  function takeIdle(): Worker | undefined {
    const [worker] = idle
    if (worker !== undefined) idle.delete(worker)
    return worker
  }

  function startNext(): void {
    if (running >= size) return
    const job = waiting.shift()
    if (job === undefined) return
    running++
    runJob(takeIdle() ?? startOne(), job, limits.longestReadingMs, worker => {
      running--
      if (worker !== null) idle.add(worker)
      startNext()
    })
  }

  return (bytes, name) =>
    new Promise(done => {
      waiting.push({ bytes, name, done })
      startNext()
    })
}

function startWorker(entry: string, maxOldGenerationSizeMb: number): Worker {
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb } })
  // A thread that dies idle is forgotten; the job that needed it would have been told.
  worker.on('error', () => undefined)
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
