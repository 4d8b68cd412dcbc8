import type { Worker } from 'node:worker_threads'
import type { TaskLimits } from './task-limits.ts'

/** A thread; `loaded` comes once its sources are loaded, which it says with its first message, and never when they fail to. */
export type Thread = { worker: Worker; loaded: Promise<unknown> }

/** Why a task was given up: past its time, past its thread's memory, or by a fault of our own. `cause` is for the log. */
export type TaskFailure = { why: 'too-long' | 'too-much-memory' | 'fault'; cause: string }
export type TaskOutcome<Done> = { done: Done } | { failure: TaskFailure }

/** What a thread answers. */
type Answer<Done> = { done: Done } | { fault: string }

/** How often a running task's time is looked at, in milliseconds. */
const lookEveryMs = 100

/**
 * Run one task on a thread. `onTime` hears from time to time how long it has run, until the task ends. Gives the outcome,
 * and whether the thread may be used again; when not, it has ended by then.
 */
export function runTask<Task, Done>(
  { worker, loaded }: Thread,
  task: Task,
  limits: TaskLimits,
  onTime: (spent: TaskLimits) => void = () => undefined,
): Promise<{ outcome: TaskOutcome<Done>; isUsable: boolean }> {
  return new Promise(resolve => {
    let isOver = false
    const stopWatching = watchTime({ worker, loaded }, spent => {
      const cause = overrunOf(spent, limits)
      if (cause === null) onTime(spent)
      else giveUp({ why: 'too-long', cause })
    })
    worker.ref()
    worker.once('error', onError)
    worker.once('exit', onExit)
    void loaded.then(() => {
      if (isOver) return
      worker.once('message', onMessage)
      worker.postMessage(task)
    })

    function onMessage(answer: Answer<Done>): void {
      end()
      worker.unref()
      const outcome = 'fault' in answer ? { failure: faultOf(answer.fault) } : answer
      resolve({ outcome, isUsable: true })
    }

    function onError(problem: unknown): void {
      giveUp(isOutOfMemory(problem) ? { why: 'too-much-memory', cause: problem.message } : faultOf(problem))
    }

    function onExit(): void {
      giveUp(faultOf('its thread ended'))
    }

    function giveUp(failure: TaskFailure): void {
      end()
      void worker.terminate().then(() => resolve({ outcome: { failure }, isUsable: false }))
    }

    function end(): void {
      isOver = true
      stopWatching()
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
    }
  })
}

/** A fault of our own, with its stack where it has one. */
export function faultOf(problem: unknown): TaskFailure {
  const cause = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
  return { why: 'fault', cause }
}

function isOutOfMemory(problem: unknown): problem is Error {
  return problem instanceof Error && 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/**
 * In words for the log, which limit is passed, or null.
 *
 * The processor's time counts, so that a busy machine gets no file refused. The clock's ends what waits for ever, and what
 * hangs where the thread cannot be asked.
 */
function overrunOf(spent: TaskLimits, limits: TaskLimits): string | null {
  if (spent.cpuMs > limits.cpuMs)
    return `it took ${seconds(spent.cpuMs)} of processor time, and ${seconds(limits.cpuMs)} is the most for its size`
  if (spent.wallMs > limits.wallMs)
    return `it was not done after ${seconds(spent.wallMs)}, and ${seconds(limits.wallMs)} is the most for its size`
  return null
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** Tell the time of a thread's task over and over until it is stopped. */
function watchTime({ worker, loaded }: Thread, tell: (spent: TaskLimits) => void): () => void {
  const startedAt = performance.now()
  const before = loaded.then(() => cpuMsOf(worker))
  let cpuMs = 0
  let isAsking = false

  async function ask(): Promise<void> {
    if (isAsking) return
    isAsking = true
    const [now, atStart] = await Promise.all([cpuMsOf(worker), before])
    if (now !== null) cpuMs = now - (atStart ?? 0)
    isAsking = false
  }

  const timer = setInterval(() => {
    void ask()
    tell({ cpuMs, wallMs: performance.now() - startedAt })
  }, lookEveryMs)
  return () => clearInterval(timer)
}

/**
 * The processor time that a thread has taken since it started, in milliseconds. Null when it has ended, and before Node
 * 24.6, which cannot tell: then the clock alone counts.
 */
async function cpuMsOf(worker: Worker): Promise<number | null> {
  try {
    const { user, system } = await worker.cpuUsage()
    return (user + system) / 1000
  } catch {
    return null
  }
}
