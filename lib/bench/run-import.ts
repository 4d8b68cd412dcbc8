import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { refuse } from '../issues.ts'
import { openLibrary } from '../library/open-library.ts'
import { writeWith } from '../library/writer.ts'
import { median } from './figure.ts'

export type Imported = {
  added: number
  seconds: number
  /** Memory of the process in the second fifth of the time and in the last, in bytes; null where the system does not tell. */
  early: number | null
  late: number | null
  /** What the library takes on the disk afterwards. */
  libraryBytes: number
}

/** How often the memory of the import is looked at, in milliseconds. */
const lookEveryMs = 250

/** Import a folder of filings into an empty library, as `npm run import` does, and wait for its end. */
export async function runImport(folder: string, place: Record<string, string>): Promise<Imported> {
  const script = path.join(import.meta.dirname, '../import/import.ts')
  const child = spawn(process.execPath, [script, '--json', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...place },
  })
  const seen: number[] = []
  const watch = setInterval(() => {
    const bytes = memoryOf(child.pid)
    if (bytes !== null) seen.push(bytes)
  }, lookEveryMs)
  try {
    const [said] = await Promise.all([text(child.stdout), once(child, 'exit')])
    const { added, seconds, isWhole } = JSON.parse(said) as {
      added: number
      seconds: number
      isWhole: boolean
    }
    if (!isWhole || added === 0) throw new Error(`the import did not come to its end: ${said.slice(0, 500)}`)
    const libraryBytes = await sizeOf(place)
    return { added, seconds, early: fifth(seen, 1), late: fifth(seen, 4), libraryBytes }
  } finally {
    clearInterval(watch)
  }
}

/** The middle of a fifth of what was seen, by its order from 0. */
function fifth(seen: readonly number[], order: number): number | null {
  const size = Math.floor(seen.length / 5)
  return size === 0 ? null : median(seen.slice(order * size, (order + 1) * size))
}

/** The memory that a process holds, in bytes, where the system tells (proc(5)). */
function memoryOf(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}

/** Closing a library empties its log into its file, so that all of it counts once. */
async function sizeOf({ STRATA_DATA = '', DATABASE_URL: address }: Record<string, string>): Promise<number> {
  const options = {
    folder: STRATA_DATA,
    address,
    writer: writeWith(() => ({ refusal: refuse('file-is-not-a-filing') })),
    readerVersion: '1',
  }
  await openLibrary(options).close()
  const library = openLibrary(options)
  const { databaseBytes } = await library.findState()
  await library.close()
  return databaseBytes
}
