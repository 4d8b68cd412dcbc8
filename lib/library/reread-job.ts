import type { Kysely } from 'kysely'
import { faultCodeOf } from '../library-faults.ts'
import { findOutdated, isOutdated } from './reread.ts'
import type { Tables } from './schema.ts'

type Job = { database: Kysely<Tables>; readerVersion: string; reread: (sha256: string) => Promise<void> }

/**
 * Reads again what another reader has read: the filings of one deal, or of the whole library. Each is read once, however
 * many ask for it meanwhile, so who needs a deal now need not wait for the library's turn to come to it.
 *
 * A report of an older reader is better than none: where the library cannot be written it stays, and nothing is thrown.
 */
export function rereadJob({ database, readerVersion, reread }: Job): (slug?: string) => Promise<void> {
  const underWay = new Map<string, Promise<void>>()

  async function readAgain(sha256: string): Promise<void> {
    if (!(await isOutdated(database, readerVersion, sha256))) return
    await reread(sha256).catch(fault => {
      if (faultCodeOf(fault) === null) throw fault
    })
  }

  function once(sha256: string): Promise<void> {
    const reading = underWay.get(sha256) ?? readAgain(sha256).finally(() => underWay.delete(sha256))
    underWay.set(sha256, reading)
    return reading
  }

  return async slug => {
    for (const sha256 of await findOutdated(database, readerVersion, slug)) await once(sha256)
  }
}
