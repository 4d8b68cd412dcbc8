import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import SqliteDatabase from 'better-sqlite3'
import type { Library } from '../library/index.ts'
import { openLibrary } from '../library/open-library.ts'
import { writeWith } from '../library/writer.ts'
import { inventedBytes, inventedReader } from './invented-reader.ts'

type Command = 'backup' | 'restore'
type More = Readonly<Record<string, string | undefined>>

export const openInvented = (folder: string): Library =>
  openLibrary({ folder, writer: writeWith(inventedReader), readerVersion: '1' })

export const keepInvented = (library: Library, order: number, remark = 'nothing') =>
  library.keepFiling(inventedBytes({ trust: `Copperfield Trust ${order}`, remark }), `f${order}.txt`)

/** A new library of so many invented deals. */
export async function fillInvented(folder: string, count: number): Promise<void> {
  const library = openInvented(folder)
  for (let order = 0; order < count; order++) await keepInvented(library, order)
  await library.close()
}

/** Begin `npm run backup` or `npm run restore` for the library of this folder. */
export function startKeeping(command: Command, given: readonly string[], folder: string, more: More = {}) {
  const script = path.join(import.meta.dirname, `../keeping/${command}.ts`)
  return spawn(process.execPath, [script, ...given], {
    env: { ...process.env, STRATA_DATA: folder, ...more },
  })
}

/** The same, until it ends: what it said, and with which status it ended. */
export async function runKeeping(
  command: Command,
  given: readonly string[],
  folder: string,
  more: More = {},
) {
  const child = startKeeping(command, given, folder, more)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code }
}

/** The names of a library's deals, in the order of the alphabet. */
export async function dealNamesIn(folder: string): Promise<string[]> {
  const library = openInvented(folder)
  const { deals } = await library.findDeals({ limit: 500 })
  await library.close()
  return deals.map(({ name }) => name).sort()
}

/** Change a library's database behind the back of everybody. */
export function spoilLibrary(file: string, change: string, ...values: unknown[]): void {
  const connection = new SqliteDatabase(file)
  connection.prepare(change).run(...values)
  connection.close()
}
