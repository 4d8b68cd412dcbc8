import { join } from 'node:path'
import type { TaskOutcome } from '../library/run-task.ts'
import type { TaskLimits } from '../library/task-limits.ts'
import { type WorkerPool, workerPool } from '../library/worker-pool.ts'

/** A thread that nobody has asked for so long is ended, in milliseconds: loaded, it takes some 40 MB. */
const idleMs = 60_000

type Settings = {
  /** Where its sources are, from the root of the project. */
  entry: string
  limits: TaskLimits
  mostMemoryMb: number
}

type Working<Task, Done> = { pool: WorkerPool<Task, Done>; running: number; idle?: NodeJS.Timeout }

/**
 * A thread for what is asked for now and then: started when something is, ended when nothing has been for a minute. One task
 * at a time, and another beside a long one.
 */
export function idlePool<Task, Done>(settings: Settings): { run(task: Task): Promise<TaskOutcome<Done>> } {
  // Bundlers give a module several copies; the threads stay one's, on the one thing they share.
  const key = Symbol.for(`strata.${settings.entry}`)
  const shared = globalThis as { [key: symbol]: Working<Task, Done> | undefined }

  function start(): Working<Task, Done> {
    const working = shared[key] ?? { pool: startPool<Task, Done>(settings), running: 0 }
    shared[key] = working
    clearTimeout(working.idle)
    working.running++
    return working
  }

  function end(working: Working<Task, Done>): void {
    working.running--
    if (working.running > 0) return
    working.idle = setTimeout(() => {
      if (shared[key] === working) delete shared[key]
      void working.pool.close()
    }, idleMs).unref()
  }

  return {
    async run(task) {
      const working = start()
      try {
        return await working.pool.run(task, { limits: settings.limits })
      } finally {
        end(working)
      }
    },
  }
}

function startPool<Task, Done>({ entry, mostMemoryMb }: Settings): WorkerPool<Task, Done> {
  // Node reads the sources itself here; to a bundler this is a path like any other.
  const file = join(/* turbopackIgnore: true */ process.cwd(), entry)
  return workerPool(file, { size: 1, mostLong: 1, mostMemoryMb })
}
