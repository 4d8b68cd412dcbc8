import { flushCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'

/** Make this thread do each task that it is sent, and give back the bytes, or what went wrong. */
export function answerTasks<Task>(run: (task: Task) => Promise<Uint8Array<ArrayBuffer>>): void {
  parentPort?.on('message', async (task: Task) => {
    try {
      const done = await run(task)
      parentPort?.postMessage({ done }, [done.buffer])
    } catch (fault) {
      parentPort?.postMessage({
        fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
      })
    }
  })
  parentPort?.postMessage('loaded')
  // Threads are ended, not left to end, and then nothing of what was compiled would be kept.
  flushCompileCache()
}
