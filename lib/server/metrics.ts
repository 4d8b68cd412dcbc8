import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Library } from '../library/index.ts'
import type { RequestWatch } from './attend-requests.ts'
import type { DrawingState } from './drawing-state.ts'
import type { FileAnswer } from './upload-answer.ts'

/** From what a kept page takes to what the longest download may, in seconds. */
const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120]

/**
 * What is counted of a process, for Prometheus. Labels are words of Strata's own and numbers of states: what a filing, a deal or
 * a person is called stands in none.
 */
function newMetrics() {
  const registry = new Registry()
  const registers = [registry]
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name, help, labelNames, registers })
  return {
    registry,
    requests: new Counter({
      name: 'strata_requests_total',
      help: 'Requests that were answered, by what was asked for and the status of the answer; `broken` where the connection broke off before its end.',
      labelNames: ['kind', 'method', 'status'],
      registers,
    }),
    seconds: new Histogram({
      name: 'strata_request_seconds',
      help: 'From the first line of a request to the last byte of its answer, by what was asked for.',
      labelNames: ['kind'],
      buckets: secondsBuckets,
      registers,
    }),
    underWay: gauge('strata_requests_under_way', 'Requests that are being answered.'),
    uploads: new Counter({
      name: 'strata_uploads_total',
      help: 'Uploads, by the status of their answer: added, known, refused, or failed for the library’s or the machine’s sake.',
      labelNames: ['outcome'],
      registers,
    }),
    filings: new Counter({
      name: 'strata_files_total',
      help: 'Files of uploads, by what became of them, and why those that were refused were.',
      labelNames: ['outcome', 'problem'],
      registers,
    }),
    queue: gauge('strata_queue_length', 'What waits, by what for.', ['queue']),
    running: gauge('strata_queue_running', 'What is being done, by what.', ['queue']),
    uploadBytes: gauge(
      'strata_upload_memory_bytes',
      'Memory that files of uploads take until they are read.',
    ),
    drawers: gauge('strata_drawing_processes', 'Processes that draw pages, by what they do.', ['state']),
    libraryBytes: gauge('strata_library_bytes', 'The library’s files on the disk.', ['file']),
    libraryFilings: gauge(
      'strata_library_filings',
      'Filings in the library, by whether they are in the bin.',
      ['state'],
    ),
    libraryDeals: gauge('strata_library_deals', 'Deals in the library, without those in the bin.'),
    revision: gauge(
      'strata_library_revision',
      'Rises with every change to the library, whichever process made it.',
    ),
    rereading: gauge(
      'strata_rereading_filings',
      'Filings whose report comes from an older Strata, and are read again.',
    ),
    isReadable: gauge('strata_library_readable', '1 while the library can be read, else 0.'),
    build: gauge('strata_build_info', 'Always 1; the version of Strata is its label.', ['version']),
    /** Brings gauges up to date that others know of. */
    looks: new Set<() => void | Promise<void>>(),
  }
}
export type Metrics = ReturnType<typeof newMetrics>

/** Bundlers give a module several copies; what is counted stays one, on the one thing they share. */
const key = Symbol.for('strata.metrics')
const shared = globalThis as typeof globalThis & { [key]?: Metrics }

export function processMetrics(): Metrics {
  shared[key] ??= newMetrics()
  return shared[key]
}

/** Count requests, the memory and turns of this process, and the processes that draw. */
export function watchService(drawing: () => DrawingState): RequestWatch {
  const metrics = processMetrics()
  collectDefaultMetrics({ register: metrics.registry })
  const { queue, running, drawers } = metrics
  metrics.looks.add(() => {
    const { waiting, ...states } = drawing()
    queue.set({ queue: 'drawing' }, waiting)
    running.set({ queue: 'drawing' }, states.busy)
    for (const [state, count] of Object.entries(states)) drawers.set({ state }, count)
  })
  return {
    begun: () => metrics.underWay.inc(),
    over: ({ kind, method, status, isWhole, ms }) => {
      metrics.underWay.dec()
      metrics.requests.inc({ kind, method: knownMethod(method), status: isWhole ? status : 'broken' })
      metrics.seconds.observe({ kind }, ms / 1000)
    },
  }
}

/** A method may be any word that the parser knows. */
function knownMethod(method: string): string {
  return ['GET', 'HEAD', 'POST', 'OPTIONS'].includes(method) ? method : 'other'
}

/** Count an upload by the status of its answer, and each of its files. */
export function countUpload(files: readonly FileAnswer[], status: number): void {
  const { uploads, filings } = processMetrics()
  uploads.inc({ outcome: outcomeOf(status) })
  for (const { status, problem } of files) filings.inc({ outcome: status, problem: problem?.code ?? '' })
}

function outcomeOf(status: number): 'added' | 'known' | 'refused' | 'failed' {
  if (status === 201) return 'added'
  if (status === 200) return 'known'
  return status >= 500 ? 'failed' : 'refused'
}

/** All of it in the format of Prometheus. A library that cannot be read is told as such, and the rest all the same. */
export async function printMetrics(
  find: () => Promise<Pick<Library, 'findState'>>,
  { version, heldBytes }: { version: string; heldBytes: number },
): Promise<{ type: string; text: string }> {
  const metrics = processMetrics()
  metrics.build.set({ version }, 1)
  metrics.uploadBytes.set(heldBytes)
  for (const look of metrics.looks) await look()
  await lookAtLibrary(metrics, find)
  return { type: metrics.registry.contentType, text: await metrics.registry.metrics() }
}

async function lookAtLibrary(
  metrics: Metrics,
  find: () => Promise<Pick<Library, 'findState'>>,
): Promise<void> {
  try {
    const state = await (await find()).findState()
    metrics.libraryBytes.set({ file: 'database' }, state.databaseBytes)
    metrics.libraryBytes.set({ file: 'log' }, state.logBytes)
    metrics.libraryFilings.set({ state: 'kept' }, state.filings)
    metrics.libraryFilings.set({ state: 'deleted' }, state.deletedFilings)
    metrics.libraryDeals.set(state.deals)
    metrics.revision.set(state.revision)
    metrics.rereading.set(state.rereading.left)
    metrics.queue.set({ queue: 'reading' }, state.reading.waiting)
    metrics.running.set({ queue: 'reading' }, state.reading.running)
    metrics.isReadable.set(1)
  } catch {
    // The library has told its log, and health tells what is wrong.
    metrics.isReadable.set(0)
  }
}
