import SqliteDatabase from 'better-sqlite3'
import type { Originals, StoredOriginal } from '../../originals/originals.ts'
import { pack } from '../../unpack.ts'
import { explaining } from './copy-fault.ts'
import type { CopyProgress } from './copy-library.ts'

/** Originals that are fetched or sent at once. */
const atOnce = 8

/**
 * Fetch all originals of a copy that are in a store into the copy, so that it needs no store. Each has its SHA-256. Throws a
 * LibraryFault for one that cannot be had.
 */
export async function fetchOriginals(file: string, originals: Originals, told: CopyProgress): Promise<void> {
  await changeOriginals(file, 'length(zstd) = 0', told, async original => {
    return await pack(await originals.read(original))
  })
}

/** Put all originals that a copy has into the store, and take them out of the copy. */
export async function sendOriginals(file: string, originals: Originals, told: CopyProgress): Promise<void> {
  const sent = await changeOriginals(file, 'length(zstd) > 0', told, async original => {
    await originals.put(original)
    return new Uint8Array()
  })
  if (sent > 0) await explaining('target', () => withCopy(file, copy => copy.exec('vacuum')))
}

/** What a row is to have for its original, for all rows of a kind; gives how many bytes these are of. */
async function changeOriginals(
  file: string,
  which: string,
  told: CopyProgress,
  change: (original: StoredOriginal) => Promise<Uint8Array>,
): Promise<number> {
  return await withCopy(file, async copy => {
    const list = copy.prepare<[], Pick<StoredOriginal, 'sha256' | 'bytes'>>(
      `select sha256, bytes from raw_filing where ${which} order by sha256`,
    )
    const find = copy.prepare<[string], Uint8Array>('select zstd from raw_filing where sha256 = ?').pluck()
    const set = copy.prepare<[Uint8Array, string]>('update raw_filing set zstd = ? where sha256 = ?')
    const rows = await explaining('source', () => list.all())
    const all = rows.reduce((sum, { bytes }) => sum + bytes, 0)
    let done = 0
    while (rows.length > 0)
      await Promise.all(
        rows.splice(0, atOnce).map(async row => {
          const zstd = await change({ ...row, zstd: find.get(row.sha256) ?? new Uint8Array() })
          await explaining('target', () => set.run(zstd, row.sha256))
          done += row.bytes
          told(done, all)
        }),
      )
    return done
  })
}

async function withCopy<T>(file: string, use: (copy: SqliteDatabase.Database) => T | Promise<T>): Promise<T> {
  const copy = await explaining('source', () => new SqliteDatabase(file, { fileMustExist: true }))
  try {
    return await use(copy)
  } finally {
    copy.close()
  }
}
