import { flushCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { readFiling } from '../read-filing.ts'
import type { ThreadEngine } from './engines/engine.ts'
import { explainFault, reopenEngine } from './engines/open-engine.ts'
import { openOriginals } from './originals/originals.ts'
import { standBack } from './stand-back.ts'
import { warmReader } from './warm-reader.ts'
import { type Writer, writeWith } from './writer.ts'
import type { WriteOutcome, WriterData, WriteTask } from './writer-pool.ts'
import { shareProgress } from './writing-progress.ts'

/**
 * How far a thread that reads stands back (nice) behind the process that serves, whatever that was started with: it gets a
 * third of what drawing a page gets while both want a processor.
 */
const standsBackBy = 5

/**
 * The thread that reads filings and writes them, so that a large one never holds up other requests: who asked learns
 * only what became of it. Node runs this file as it is: the reader in it is the one in the sources, whatever was bundled
 * for pages.
 */
const { place, readerVersion, progress } = workerData as WriterData
const originals = openOriginals(place.store ?? null)
shareProgress(progress)
// Whoever looks at a page comes before an upload.
standBack(standsBackBy)

type OpenWriter = ThreadEngine & { writer: Writer }
let opened: OpenWriter | null = null

function openWriter(): OpenWriter {
  const engine = reopenEngine(place)
  const { database } = engine
  return { ...engine, writer: writeWith(readFiling)({ place, database, originals, readerVersion }) }
}

/** After a fault of the library the next task opens it anew: what was wrong then may be over, rights and disk included. */
function closeWriter(): void {
  opened?.close()
  opened = null
}

async function carryOut(task: WriteTask): Promise<WriteOutcome> {
  try {
    opened ??= openWriter()
    const { writer } = opened
    if (task.what === 'keep') return { kept: await writer.keep(task.received) }
    if (task.what === 'explain') return { why: await writer.explain(task.sha256, task.at) }
    if (task.what === 'change') return { changed: await writer.change(task.change) }
    await writer[task.what](task.sha256)
    return { kept: null }
  } catch (problem) {
    const fault = explainFault(problem, place)
    if (fault === null) throw problem
    closeWriter()
    return { broken: { code: fault.code, reason: fault.message } }
  }
}

/** A thread that nobody has asked for anything so long after it was loaded reads a sample meanwhile, in milliseconds. */
const warmAfterMs = 1000
const warming = setTimeout(() => {
  warmReader()
  flushCompileCache()
}, warmAfterMs)

parentPort?.on('message', async (task: WriteTask) => {
  clearTimeout(warming)
  try {
    parentPort?.postMessage({ done: await carryOut(task) })
  } catch (fault) {
    parentPort?.postMessage({
      fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
    })
  }
  opened?.written()
})

// The library is opened with the first task: the driver ends the whole process if a thread is ended while it opens a file.
parentPort?.postMessage('loaded')
// Threads are ended, not left to end, and then nothing of what was compiled would be kept.
flushCompileCache()
