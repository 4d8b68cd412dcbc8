import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { describeFault } from '../../library-fault.ts'
import { unpack } from '../../unpack.ts'
import { CopyFault, explaining } from './copy-fault.ts'
import { type CopyProgress, countHoldings, type LibraryHoldings, openForCopy } from './copy-library.ts'

/** Originals that are unpacked at once, each beside this thread. */
const atOnce = 4

type Original = { sha256: string; bytes: number; zstd: Uint8Array }

/**
 * Look through a library that nobody writes to, and give what it holds: its pages are whole, every filing has its original,
 * and every original unpacks to the bytes that its SHA-256 and length are of. Throws a CopyFault that says what is not so.
 * With `expected` it must hold just that.
 */
export async function verifyCopy(
  file: string,
  told: CopyProgress,
  expected?: LibraryHoldings,
): Promise<LibraryHoldings> {
  const connection = await openForCopy(file)
  try {
    return await explaining('source', async () => {
      assertWholePages(connection)
      const held = countHoldings(connection)
      if (expected) assertSame(held, expected)
      await verifyOriginals(connection, done => told(done, held.originalBytes))
      return held
    })
  } finally {
    connection.close()
  }
}

function assertWholePages(connection: Database): void {
  const found = connection.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw damaged(`quick_check: ${found}`)
  const lost = connection
    .prepare<[], string>('select sha256 from filing where sha256 not in (select sha256 from raw_filing)')
    .pluck()
    .get()
  if (lost !== undefined) throw damaged(`the filing ${lost} has no original`)
}

function assertSame(held: LibraryHoldings, expected: LibraryHoldings): void {
  const tables = new Set([...Object.keys(held.rows), ...Object.keys(expected.rows)])
  for (const table of tables)
    if (held.rows[table] !== expected.rows[table])
      throw damaged(`${table} has ${held.rows[table]} rows, not ${expected.rows[table]}`)
  if (held.originalBytes !== expected.originalBytes || held.revision !== expected.revision)
    throw damaged('it is not of the same revision')
}

async function verifyOriginals(connection: Database, told: (done: number) => void): Promise<void> {
  const originals = connection.prepare<[], Original>('select sha256, bytes, zstd from raw_filing').iterate()
  let underWay: Promise<void>[] = []
  let done = 0
  for (const original of originals) {
    underWay.push(verifyOriginal(original))
    done += original.bytes
    if (underWay.length < atOnce) continue
    await Promise.all(underWay)
    underWay = []
    told(done)
  }
  await Promise.all(underWay)
  told(done)
}

async function verifyOriginal({ sha256, bytes, zstd }: Original): Promise<void> {
  if (zstd.length === 0) throw damaged(`the original ${sha256} is in a store, and not in this file`)
  const original = await unpack(zstd, `the original ${sha256}`).catch(fault => {
    throw damaged(describeFault(fault))
  })
  if (original.length !== bytes || hash('sha256', original, 'hex') !== sha256)
    throw damaged(`the original ${sha256} is not the bytes that were kept`)
}

function damaged(reason: string): CopyFault {
  return new CopyFault('source-is-damaged', reason)
}
