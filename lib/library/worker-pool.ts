import { availableParallelism } from 'node:os'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/** No filing of 50 MB takes near as long; whatever does is stuck. */
const longestMs = 120_000
/**
 * Memory of a thread, in megabytes. Old: 12 times the largest file, twice over. Young: what a thread has just made is
 * looked through after every four megabytes of it instead of every sixteen, so that a large file leaves less lying about.
 */
export const threadLimits = { maxOldGenerationSizeMb: 1200, maxYoungGenerationSizeMb: 12 }

export type PoolOptions = { size?: number; longestMs?: number; mostMemoryMb?: number; workerData?: unknown }

/** `run` gives what the thread answers, or null when the task was given up; its name is for the log. */
export type WorkerPool<Task, Done> = {
  run(task: Task, name: string): Promise<{ done: Done } | null>
  close(): Promise<void>
}

type Answer<Done> = { done: Done } | { fault: string }
type Job<Task, Done> = { task: Task; name: string; end: (outcome: { done: Done } | null) => void }

/**
 * Worker threads, as many at once as there are processors to spare and at least two, so that a large task never makes a
 * small one wait; the others wait their turn.
 *
 * A task whose thread fails, runs out of memory or takes too long is given up; the thread has ended when that is told. It
 * is replaced and the others never notice. Idle threads do not keep the process alive. The first is started at once, for
 * loading the reader takes longer than reading most filings.
 */
export function workerPool<Task, Done>(entry: string, options: PoolOptions = {}): WorkerPool<Task, Done> {
  const size = options.size ?? Math.max(2, Math.min(4, availableParallelism() - 1))
  const all = new Set<Worker>()
  const idle = new Set<Worker>()
  const waiting: Job<Task, Done>[] = []
  let running = 0
  idle.add(startOne())

  function startOne(): Worker {
    const { maxOldGenerationSizeMb } = threadLimits
    const resourceLimits = {
      ...threadLimits,
      maxOldGenerationSizeMb: options.mostMemoryMb ?? maxOldGenerationSizeMb,
    }
    const worker = startWorker(entry, { resourceLimits, workerData: options.workerData })
    all.add(worker)
    worker.once('exit', () => {
      all.delete(worker)
      idle.delete(worker)
    })
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
    runJob(takeIdle() ?? startOne(), job, options.longestMs ?? longestMs, worker => {
      running--
      if (worker !== null) idle.add(worker)
      startNext()
    })
  }

  return {
    run: (task, name) =>
      new Promise(end => {
        waiting.push({ task, name, end })
        startNext()
      }),
    close: async () => {
      await Promise.all([...all].map(worker => worker.terminate()))
    },
  }
}

function startWorker(entry: string, options: WorkerOptions): Worker {
  const worker = new Worker(entry, options)
  // A thread that dies idle is forgotten; the job that needed it would have been told.
  worker.on('error', () => undefined)
  worker.unref()
  return worker
}

/** Run one job; `release` gets the worker back, or null when it had to be ended. */
function runJob<Task, Done>(
  worker: Worker,
  job: Job<Task, Done>,
  timeLimit: number,
  release: (worker: Worker | null) => void,
): void {
  const timer = setTimeout(() => giveUp('it took too long'), timeLimit)
  worker.ref()
  worker.once('message', onMessage)
  worker.once('error', giveUp)
  worker.once('exit', onExit)
  worker.postMessage(job.task)

  function onMessage(answer: Answer<Done>): void {
    settle()
    worker.unref()
    if ('fault' in answer) tell(job.name, answer.fault)
    job.end('fault' in answer ? null : answer)
    release(worker)
  }

  function onExit(): void {
    giveUp('its thread ended')
  }

  function giveUp(reason: unknown): void {
    settle()
    tell(job.name, reason)
    void worker.terminate().then(() => {
      job.end(null)
      release(null)
    })
  }

  function settle(): void {
    clearTimeout(timer)
    worker.off('message', onMessage)
    worker.off('error', giveUp)
    worker.off('exit', onExit)
  }
}

/** The cause goes to whoever runs the service, never to the person who dropped the file. */
function tell(name: string, reason: unknown): void {
  console.error(`Reading ${name} was given up:`, reason)
}
