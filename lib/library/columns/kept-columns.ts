import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'

/**
 * Columns as bytes by their names, all as they were at one revision of the library: what a process that starts takes in
 * place of reading every deal's row again. It then reads the deals that changed since, as it would have anyway.
 */
export type KeptColumns = { revision: number; rows: number; columns: ReadonlyMap<string, Uint8Array> }

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
/** Numbers of this kind do not get much smaller for more time. */
const quickly = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** The columns that are kept, or null where there are none of this `layout`, or not all of one revision. */
export async function readKeptColumns(database: Kysely<Tables>, layout: number): Promise<KeptColumns | null> {
  const kept = await database.selectFrom('kept_column').selectAll().execute()
  const [first] = kept
  const isOne = kept.every(
    one => one.layout === layout && one.revision === first?.revision && one.rows === first.rows,
  )
  if (first === undefined || !isOne) return null
  const columns = await Promise.all(
    kept.map(async ({ name, bytes }): Promise<[string, Uint8Array]> => [name, await decompress(bytes)]),
  )
  return { revision: first.revision, rows: first.rows, columns: new Map(columns) }
}

/** Keep columns in place of those that were kept. The library's revision stays: nothing that it shows changes by it. */
export async function keepColumns(
  database: Kysely<Tables>,
  layout: number,
  { revision, rows, columns }: KeptColumns,
): Promise<void> {
  const packed = await Promise.all(
    [...columns].map(async ([name, bytes]) => ({ name, bytes: await compress(bytes, quickly) })),
  )
  await database.transaction().execute(async transaction => {
    // As whoever writes does (`inTurn`): of two processes that keep columns at once one waits for the other.
    await transaction
      .updateTable('library')
      .set(row => ({ revision: row.ref('revision') }))
      .execute()
    await transaction.deleteFrom('kept_column').execute()
    for (const { name, bytes } of packed)
      await transaction.insertInto('kept_column').values({ name, layout, revision, rows, bytes }).execute()
  })
}

type Numbers = Int32Array | Float64Array | Uint8Array

/** The bytes of the first rows of a column, a copy. */
export function bytesOf(values: Numbers, rows: number): Uint8Array {
  return new Uint8Array(values.slice(0, rows).buffer)
}

/** Set the first rows of a column that has room for them; false where the bytes are of another number of rows. */
export function setBytes(values: Numbers, bytes: Uint8Array | undefined, rows: number): boolean {
  if (bytes?.byteLength !== rows * values.BYTES_PER_ELEMENT) return false
  new Uint8Array(values.buffer, values.byteOffset, bytes.byteLength).set(bytes)
  return true
}

/** Names as bytes: none holds a nought. */
export function bytesOfNames(names: readonly string[]): Uint8Array {
  return Buffer.from(names.join('\0'))
}

export function readNames(bytes: Uint8Array | undefined): string[] | null {
  if (bytes === undefined) return null
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
  return text === '' ? [] : text.split('\0')
}
