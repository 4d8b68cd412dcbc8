import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ParquetNews, ParquetTask } from '../export/parquet/parquet-task.ts'
import { LibraryFault } from '../library/index.ts'

/** So many are written at once in a process; another has to wait. */
const mostAtOnce = 2
/** Without anybody taking bytes for so long, a download is given up, in milliseconds. */
const patienceMs = 120_000
/** The thread's memory, in megabytes: a row group and what is packed of it, several times over. */
const resourceLimits = { maxOldGenerationSizeMb: 220, maxYoungGenerationSizeMb: 16 }

/** Bundlers give a module several copies; what is written is counted on the one thing they share. */
const key = Symbol.for('strata.parquet')
const shared = globalThis as typeof globalThis & { [key]?: number }

/**
 * A table of the library as Parquet, written by a thread of its own while it is sent: the next row group is made when the one
 * before has been taken. Null while as many as may be are being written. Throws a LibraryFault, or what else fails before the
 * first bytes.
 */
export async function streamParquet(task: ParquetTask): Promise<ReadableStream<Uint8Array> | null> {
  if ((shared[key] ?? 0) >= mostAtOnce) return null
  shared[key] = (shared[key] ?? 0) + 1
  const writer = startWriter(task, () => {
    shared[key] = (shared[key] ?? 1) - 1
  })
  const first = await writer.next()
  let waiting: Uint8Array | null = first
  return new ReadableStream(
    {
      async pull(controller) {
        const bytes = waiting ?? (await writer.next())
        waiting = null
        if (bytes === null) controller.close()
        else controller.enqueue(bytes)
      },
      cancel: () => writer.stop(),
    },
    { highWaterMark: 0 },
  )
}

/** `ended` is told once, when nothing more will come. */
function startWriter(task: ParquetTask, ended: () => void) {
  // Node reads the sources itself here; to a bundler this is a path like any other.
  const entry = join(/* turbopackIgnore: true */ process.cwd(), 'lib/export/parquet/parquet-worker.ts')
  const worker = new Worker(entry, { workerData: task, resourceLimits })
  worker.unref()
  worker.once('exit', end)
  let isAsked = false
  let hasEnded = false
  let patience: NodeJS.Timeout | undefined

  /** The next bytes, null at the end. A thread is ended only while it waits, so never while it opens a file. */
  async function next(): Promise<Uint8Array | null> {
    clearTimeout(patience)
    if (isAsked) worker.postMessage('more')
    isAsked = true
    const news = await newsOf(worker)
    if ('bytes' in news) {
      patience = setTimeout(stop, patienceMs).unref()
      return news.bytes
    }
    end()
    if ('isDone' in news) return null
    const { code, cause } = news.failed
    if (code !== null) throw new LibraryFault(code, cause)
    throw new Error(cause)
  }

  function end(): void {
    if (!hasEnded) ended()
    hasEnded = true
  }

  function stop(): void {
    clearTimeout(patience)
    end()
    void worker.terminate()
  }

  return { next, stop }
}

function newsOf(worker: Worker): Promise<ParquetNews> {
  return new Promise((resolve, reject) => {
    const forget = () => {
      worker.off('message', onNews)
      worker.off('error', onError)
      worker.off('exit', onExit)
    }
    const onNews = (news: ParquetNews) => {
      forget()
      resolve(news)
    }
    const onError = (problem: unknown) => {
      forget()
      reject(problem)
    }
    const onExit = () => onError(new Error('The thread that writes Parquet ended.'))
    worker.once('message', onNews)
    worker.once('error', onError)
    worker.once('exit', onExit)
  })
}
