import { join } from 'node:path'
import type { PackedComparison, PackedEvidence, PackedFiling, PackTask } from '../export/pack-task.ts'
import { presentReader } from '../library/index.ts'
import type { TaskLimits } from '../library/task-limits.ts'
import { type WorkerPool, workerPool } from '../library/worker-pool.ts'
import { siteOrigin } from './site-address.ts'

/** What a workbook is made of that a request finds: one filing, several deals under a title, or a comparison. */
type Packed =
  | { filing: PackedFiling }
  | { title: string; filings: readonly PackedFiling[] }
  | PackedComparison

/** The largest that are made (`workbookLimits`) take some fifteen seconds of a processor. */
const limits: TaskLimits = { cpuMs: 60_000, wallMs: 240_000 }
const mostMemoryMb = 1200
/** A thread that nobody has asked for so long is ended, in milliseconds: loaded, it takes some 40 MB. */
const idleMs = 60_000

type Packing = {
  pool: WorkerPool<PackTask, Uint8Array<ArrayBuffer>>
  running: number
  idle?: NodeJS.Timeout
}

/** Bundlers give a module several copies; the threads stay one's, on the one thing they share. */
const key = Symbol.for('strata.packing')
const shared = globalThis as typeof globalThis & { [key]?: Packing }

/**
 * A workbook, made in a thread beside everything else. Null where it took too long or too much memory; what else fails is
 * thrown.
 */
export async function packWorkbook(packed: Packed): Promise<Uint8Array<ArrayBuffer> | null> {
  const made = {
    origin: siteOrigin(process.env),
    readerVersion: presentReader(),
    madeOn: new Date().toISOString().slice(0, 10),
  }
  const of = 'filing' in packed ? packed.filing.deal.slug : `${packed.filings.length} deals`
  return await pack({ ...packed, ...made }, `A workbook of ${of}`)
}

/** An evidence pack, likewise. */
export async function packEvidence(evidence: PackedEvidence): Promise<Uint8Array<ArrayBuffer> | null> {
  return await pack({ evidence }, `An evidence pack of ${evidence.deal}`)
}

async function pack(task: PackTask, what: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const packing = startPacking()
  try {
    const outcome = await packing.pool.run(task, { limits })
    if ('done' in outcome) return outcome.done
    const { why, cause } = outcome.failure
    if (why === 'fault') throw new Error(cause)
    console.error(`${what} was given up: ${cause}`)
    return null
  } finally {
    endWhenIdle(packing)
  }
}

function startPacking(): Packing {
  shared[key] ??= {
    // Node reads the sources itself here; to a bundler this is a path like any other.
    pool: workerPool(join(/* turbopackIgnore: true */ process.cwd(), 'lib/export/pack-worker.ts'), {
      size: 1,
      mostLong: 1,
      mostMemoryMb,
    }),
    running: 0,
  }
  clearTimeout(shared[key].idle)
  shared[key].running++
  return shared[key]
}

function endWhenIdle(packing: Packing): void {
  packing.running--
  if (packing.running > 0) return
  packing.idle = setTimeout(() => {
    if (shared[key] === packing) delete shared[key]
    void packing.pool.close()
  }, idleMs).unref()
}
