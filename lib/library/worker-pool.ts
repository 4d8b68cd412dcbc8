import { availableParallelism, totalmem } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import { faultOf, runTask, type TaskOutcome, type Thread } from './run-task.ts'
import { limitsFor, type TaskLimits } from './task-limits.ts'

/**
 * Memory of a thread, in megabytes. Old: 12 times the largest file, twice over. Young: what a thread has just made is
 * looked through after every four megabytes of it instead of every sixteen, so that a large file leaves less lying about.
 */
export const threadLimits = { maxOldGenerationSizeMb: 1200, maxYoungGenerationSizeMb: 12 }

/**
 * A task that has run for so long leaves its slot to the next one and counts among the long ones, in milliseconds. On a
 * busy machine a quick one takes its time too, and more threads would only make it busier, so the clock's limit is far.
 */
const longAfter: TaskLimits = { cpuMs: 500, wallMs: 5_000 }

/** One more than two at least: while two slow tasks have yet to leave their slots, a quick one has another. */
const usualSize = Math.max(3, Math.min(4, availableParallelism() - 1))

/** When the spare threads are loaded, in milliseconds from the start: who starts a service waits for its first page. */
const usualSpareMs = 15_000

/** A thread with so much memory after a long task is ended as soon as it is idle: else it keeps that for minutes or for good. */
const heavyBytes = 200e6

export type PoolOptions = {
  /** How many tasks run at once, not counting long ones. */
  size?: number
  /** How many long ones run beside them. */
  mostLong?: number
  /** How many threads are loaded before there is anything to do: one at once, the others after `spareAfterMs`. */
  ready?: number
  spareAfterMs?: number
  longAfter?: TaskLimits
  mostMemoryMb?: number
  workerData?: unknown
}

/**
 * `owner` is whoever the task is done for, a whole upload, say: owners take turns. A task known to be large leaves a slot
 * and a loaded thread to those that are not.
 */
export type TaskTerms = { limits?: TaskLimits; owner?: unknown; isLarge?: boolean }

export type WorkerPool<Task, Done> = {
  run(task: Task, terms?: TaskTerms): Promise<TaskOutcome<Done>>
  /** How many tasks wait, and how many run. */
  load(): { waiting: number; running: number }
  /** End all threads; tasks that run or wait are given up. */
  close(): Promise<void>
}

type Job<Task, Done> = {
  task: Task
  limits: TaskLimits
  owner: unknown
  isLarge: boolean
  end: (outcome: TaskOutcome<Done>) => void
  /** Past `longAfter`. */
  isSlow: boolean
  /** Has left its slot. */
  isLong: boolean
}

/**
 * Worker threads: a few slots, and beside them room for long tasks, as many as memory allows.
 *
 * Of the slots, large tasks take all but one, and a thread that is loaded stays for the others.
 *
 * A task that takes half a second leaves its slot, and the next one starts on another thread, so slow tasks make no quick
 * one wait, whatever their size; only when all the room for long ones is taken does one stay in its slot. Of those that
 * wait, the next is the one whose owner has the fewest running, so one large upload makes no other wait.
 *
 * A task whose thread fails, or that takes too long or too much memory, is given up; the thread has ended when that is
 * told. It is replaced and the others never notice. One that a long task has left with much memory ends when it is idle.
 * Idle threads do not keep the process alive. One is started at once, for loading the reader takes longer than reading most
 * filings.
 *
 * The sources of a thread send a first message when they are loaded, and then one for each task: `{ done }` or `{ fault }`.
 */
export function workerPool<Task, Done>(entry: string, options: PoolOptions = {}): WorkerPool<Task, Done> {
  const size = options.size ?? usualSize
  const mostLong = options.mostLong ?? roomForLong(size)
  const after = options.longAfter ?? longAfter
  const all = new Set<Thread>()
  const idle = new Set<Thread>()
  const heavy = new WeakSet<Thread>()
  const waiting: Job<Task, Done>[] = []
  const running = new Set<Job<Task, Done>>()
  let isClosed = false
  const ready = Math.min(options.ready ?? 1, size)
  idle.add(startOne())
  const spareTimer = setTimeout(loadSpares, options.spareAfterMs ?? usualSpareMs).unref()

  function startOne(): Thread {
    const { maxOldGenerationSizeMb } = threadLimits
    const resourceLimits = {
      ...threadLimits,
      maxOldGenerationSizeMb: options.mostMemoryMb ?? maxOldGenerationSizeMb,
    }
    const thread = startThread(entry, { resourceLimits, workerData: options.workerData })
    all.add(thread)
    thread.worker.once('exit', () => {
      all.delete(thread)
      idle.delete(thread)
    })
    return thread
  }

  function loadSpares(): void {
    while (all.size < ready) idle.add(startOne())
  }

  function keepOneReady(): void {
    if (!isClosed && idle.size === 0 && all.size < size + mostLong) idle.add(startOne())
  }

  /** The thread that was used last, for one that was just started may still be loading. */
  function takeThread({ isLarge }: Job<Task, Done>): Thread {
    const isLeft = isLarge && size > 1 && idle.size <= 1
    const thread = (isLeft ? undefined : [...idle].at(-1)) ?? startOne()
    idle.delete(thread)
    return thread
  }

  function startNext(): void {
    while (count(running, job => !job.isLong) < size) {
      const large = count(running, job => job.isLarge && !job.isLong)
      const job = takeFairest(waiting, running, one => !one.isLarge || large < Math.max(1, size - 1))
      if (job === undefined) return
      void carryOut(job)
    }
  }

  async function carryOut(job: Job<Task, Done>): Promise<void> {
    running.add(job)
    const thread = takeThread(job)
    const { outcome, isUsable } = await runTask<Task, Done>(thread, job.task, job.limits, spent =>
      lookAt(job, spent),
    )
    running.delete(job)
    if (isUsable) release(thread)
    if (isUsable && job.isSlow) void endIfHeavy(thread)
    letSlowOnesLeave()
    job.end(outcome)
  }

  /** The thread for whatever comes after a slow task is started before that task leaves its slot. */
  function lookAt(job: Job<Task, Done>, spent: TaskLimits): void {
    if (job.isSlow) return
    if (spent.cpuMs > after.cpuMs / 2) keepOneReady()
    job.isSlow = spent.cpuMs > after.cpuMs || spent.wallMs > after.wallMs
    if (job.isSlow) letSlowOnesLeave()
  }

  function release(thread: Thread): void {
    if (idle.size < size && !heavy.has(thread)) idle.add(thread)
    else void thread.worker.terminate()
  }

  async function endIfHeavy(thread: Thread): Promise<void> {
    // Older Nodes do not tell.
    const heap = await thread.worker.getHeapStatistics?.().catch(() => null)
    if (!heap || heap.total_heap_size < heavyBytes) return
    heavy.add(thread)
    if (!idle.delete(thread)) return
    release(thread)
    keepOneReady()
  }

  function letSlowOnesLeave(): void {
    for (const job of running)
      if (job.isSlow && count(running, other => other.isLong) < mostLong) job.isLong = true
    startNext()
  }

  return {
    run: (task, { limits = limitsFor(0), owner, isLarge = false } = {}) =>
      new Promise(end => {
        if (isClosed) return end({ failure: faultOf('the threads were ended') })
        waiting.push({ task, limits, owner, isLarge, end, isSlow: false, isLong: false })
        startNext()
      }),
    load: () => ({ waiting: waiting.length, running: running.size }),
    close: async () => {
      isClosed = true
      clearTimeout(spareTimer)
      for (const job of waiting.splice(0)) job.end({ failure: faultOf('the threads were ended') })
      await Promise.all([...all].map(endLoaded))
    },
  }
}

/** How long closing waits for a thread to load, in milliseconds. */
const mostLoadingMs = 2_000

/** End a thread, but not while it loads native code: a driver may end the whole process for that. */
async function endLoaded({ worker, loaded }: Thread): Promise<void> {
  const exited = new Promise(resolve => worker.once('exit', resolve))
  await Promise.race([loaded, exited, sleep(mostLoadingMs, undefined, { ref: false })])
  await worker.terminate()
}

/** Half of the memory may go to threads; some room there must be, so that two slow tasks never stop everything. */
function roomForLong(size: number): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
  const threads = Math.floor(memory / 2 / (threadLimits.maxOldGenerationSizeMb * 1e6))
  return Math.max(2, Math.min(6, threads - size))
}

function count<T>(things: Iterable<T>, isCounted: (thing: T) => boolean): number {
  let counted = 0
  for (const thing of things) if (isCounted(thing)) counted++
  return counted
}

/** Take out the job that may run whose owner has the fewest running, of several the one that came first. */
function takeFairest<J extends { owner: unknown }>(
  waiting: J[],
  running: ReadonlySet<J>,
  mayRun: (job: J) => boolean,
): J | undefined {
  const busy = new Map<unknown, number>()
  for (const { owner } of running) busy.set(owner, (busy.get(owner) ?? 0) + 1)
  let fairest = waiting.length
  let fewest = Number.POSITIVE_INFINITY
  for (const [at, job] of waiting.entries()) {
    if (!mayRun(job)) continue
    const has = busy.get(job.owner) ?? 0
    if (has < fewest) [fairest, fewest] = [at, has]
    if (has === 0) break
  }
  return waiting.splice(fairest, 1)[0]
}

function startThread(entry: string, options: WorkerOptions): Thread {
  const worker = new Worker(entry, options)
  // A thread that dies idle is forgotten; the job that needed it would have been told.
  worker.on('error', () => undefined)
  worker.unref()
  return { worker, loaded: new Promise(resolve => worker.once('message', resolve)) }
}
