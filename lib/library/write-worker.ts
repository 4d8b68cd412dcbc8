import { flushCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { readFiling } from '../read-filing.ts'
import { openSqlite } from './sqlite.ts'
import { writeWith } from './writer.ts'
import type { WriteTask } from './writer-pool.ts'

/**
 * The thread that reads filings and writes them, so that a large one never holds up other requests: who asked learns
 * only what became of it. Node runs this file as it is: the reader in it is the one in the sources, whatever was bundled
 * for pages.
 */
const { folder, readerVersion } = workerData as { folder: string; readerVersion: string }
/** Another thread may be writing a large filing; waiting for it holds up nothing but this thread. */
const patienceMs = 60_000
const database = openSqlite(folder, patienceMs)
const writer = writeWith(readFiling)({ folder, database, readerVersion })

async function carryOut(task: WriteTask) {
  if (task.what === 'keep') return await writer.keep(task.received)
  await writer[task.what](task.sha256)
  return null
}

parentPort?.on('message', async (task: WriteTask) => {
  try {
    parentPort?.postMessage({ done: await carryOut(task) })
  } catch (fault) {
    parentPort?.postMessage({
      fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
    })
  }
})

parentPort?.postMessage('loaded')
// Threads are ended, not left to end, and then nothing of what was compiled would be kept.
flushCompileCache()
