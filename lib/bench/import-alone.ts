import { spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { openSqlite } from '../library/engines/sqlite/sqlite.ts'
import { keepFiling } from '../library/keep-filing.ts'
import { openOriginals } from '../library/originals/originals.ts'
import { type PreparedFiling, prepareWith } from '../library/prepare-filing.ts'
import { readFiling } from '../read-filing.ts'

/** So many filings show the rate; the first are left out, for code is compiled with them. */
const mostTimed = 2000
const warmUp = 40

/**
 * Filings a second that are read and made ready to be kept, by as many processes as an import has threads, each with a share
 * of them; nothing is written.
 */
export async function readAlone(files: readonly string[]): Promise<number> {
  const script = path.join(import.meta.dirname, 'print-reading-time.ts')
  const processes = availableParallelism()
  const timed = files.slice(0, mostTimed)
  const rates = await Promise.all(
    Array.from({ length: processes }, async (_, order) => {
      const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
      child.stdin.end(timed.filter((_, at) => at % processes === order).join('\n'))
      const [said] = await Promise.all([text(child.stdout), once(child, 'exit')])
      return Number(said)
    }),
  )
  return rates.reduce((sum, rate) => sum + rate, 0)
}

/** Filings a second that one thread reads from the disk and makes ready. */
export async function readingRate(files: readonly string[]): Promise<number> {
  const prepare = prepareWith(readFiling)
  let startedAt = performance.now()
  for (const [order, file] of files.entries()) {
    if (order === warmUp) startedAt = performance.now()
    const prepared = await prepare(readFileSync(file), path.basename(file))
    if ('refusal' in prepared) throw new Error(`${file} is refused: ${prepared.refusal.code}`)
  }
  return ratedOf(files.length, startedAt)
}

function ratedOf(count: number, startedAt: number): number {
  return Math.max(0, count - warmUp) / ((performance.now() - startedAt) / 1000)
}

/** Filings a second that one thread writes into an empty library, all of them made ready before. */
export async function writeAlone(files: readonly string[]): Promise<number> {
  const timed = files.slice(0, mostTimed)
  const kinds = await prepareKinds(timed)
  const folder = mkdtempSync(path.join(tmpdir(), 'strata-writing-'))
  const { database, connection } = openSqlite(folder)
  try {
    const holding = { database, originals: openOriginals(null) }
    let startedAt = performance.now()
    for (let order = 0; order < timed.length; order++) {
      if (order === warmUp) startedAt = performance.now()
      const bytes = Buffer.from(`File ${order}`)
      const filing = renamed(kinds[order % kinds.length], hash('sha256', bytes, 'hex'))
      const prepare = async () => ({ filing })
      const { status } = await keepFiling(holding, prepare, '1', { bytes, name: `${order}.txt` })
      if (status !== 'added') throw new Error(`file ${order} was ${status}`)
    }
    return ratedOf(timed.length, startedAt)
  } finally {
    connection.close()
    rmSync(folder, { recursive: true })
  }
}

/** The same made ready under another hash, as if it were of other bytes. */
function renamed(kind: PreparedFiling | undefined, sha256: string): PreparedFiling {
  if (kind === undefined) throw new Error('Nothing was made ready.')
  return { ...kind, sha256, buckets: kind.buckets.map(row => ({ ...row, sha256 })) }
}

/** Filings come in layouts by turns, so the first have all of them. */
async function prepareKinds(files: readonly string[]): Promise<PreparedFiling[]> {
  const prepare = prepareWith(readFiling)
  const kinds: PreparedFiling[] = []
  for (const file of files.slice(0, warmUp)) {
    const prepared = await prepare(readFileSync(file), path.basename(file))
    if ('filing' in prepared) kinds.push(prepared.filing)
  }
  return kinds
}
