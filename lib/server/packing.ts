import type { PackedComparison, PackedEvidence, PackedFiling, PackTask } from '../export/pack-task.ts'
import { formatCountOf } from '../format/index.ts'
import { presentReader } from '../library/index.ts'
import { idlePool } from './idle-pool.ts'
import { siteOrigin } from './site-address.ts'

/** What a workbook is made of that a request finds: one filing, several deals under a title, or a comparison. */
type Packed =
  | { filing: PackedFiling }
  | { title: string; filings: readonly PackedFiling[] }
  | PackedComparison

/** The largest that are made (`workbookLimits`) take some fifteen seconds of a processor. */
const limits = { cpuMs: 60_000, wallMs: 240_000 }

const packing = idlePool<PackTask, Uint8Array<ArrayBuffer>>({
  entry: 'lib/export/pack-worker.ts',
  limits,
  mostMemoryMb: 1200,
})

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
  const of = 'filing' in packed ? packed.filing.deal.slug : formatCountOf(packed.filings.length, 'deal')
  return await pack({ ...packed, ...made }, `A workbook of ${of}`)
}

/** An evidence pack, likewise. */
export async function packEvidence(evidence: PackedEvidence): Promise<Uint8Array<ArrayBuffer> | null> {
  return await pack({ evidence }, `An evidence pack of ${evidence.deal}`)
}

async function pack(task: PackTask, what: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const outcome = await packing.run(task)
  if ('done' in outcome) return outcome.done
  const { why, cause } = outcome.failure
  if (why === 'fault') throw new Error(cause)
  console.error(`${what} was given up: ${cause}`)
  return null
}
