import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { type Kysely, sql, type Transaction } from 'kysely'
import { inTurn } from '../in-turn.ts'
import { describeFault, LibraryFault } from '../library-fault.ts'
import type { Tables } from '../schema.ts'
import { unpack } from '../unpack.ts'
import { whenFree } from '../when-free.ts'
import { type ObjectStore, openObjectStore } from './object-store.ts'
import type { StoreSettings } from './store-settings.ts'

const decompress = promisify(zstdDecompress)

/** An original as the library has it: `zstd` is empty where it is in a store, for nothing packs to nothing. */
export type StoredOriginal = { sha256: string; bytes: number; zstd: Uint8Array }

/** Where originals are put, and found again: in the library's database, or beside it in a store of objects. */
export type Originals = {
  /** True where new ones are put into a store. */
  readonly inStore: boolean
  /**
   * Put one where new ones are kept, and give what its row is to have for it. An object of a store is there then, and
   * counts as loose until `claim` is told in the transaction that writes its filing.
   */
  place(database: Kysely<Tables>, original: StoredOriginal): Promise<Uint8Array>
  /** Put one into the store, for a library that nobody has open. */
  put(original: StoredOriginal): Promise<void>
  claim(transaction: Transaction<Tables>, sha256: string): Promise<void>
  /** The bytes as they were uploaded. From a store they have their SHA-256, or a LibraryFault is thrown. */
  read(original: StoredOriginal): Promise<Buffer>
  /** The same bytes as they are packed; what unpacks them is to see that they are whole. */
  readPacked(original: StoredOriginal): Promise<Uint8Array>
  /** Put one into the store again that it has lost; nothing where it is there, or is in the database. */
  mend(original: StoredOriginal, pack: () => Promise<Uint8Array>): Promise<void>
  /** Take what has been loose for a while out of the store. */
  eraseLoose(database: Kysely<Tables>): Promise<void>
  /** Throws a LibraryFault where the store does not take an object and give it back. */
  tryOut(): Promise<void>
}

/** The key of an original: whoever has the store can unpack it with `zstd -d`, and see by its name that it is whole. */
export const keyOf = (sha256: string) => `${sha256}.zst`

/** Originals of a library; those of a library without a store are in its database. */
export function openOriginals(settings: StoreSettings | null): Originals {
  const store = settings && openObjectStore(settings)
  const tryOut = store === null ? async () => undefined : tryingOut(store)
  return {
    inStore: store !== null,
    place: async (database, { sha256, zstd }) => {
      if (store === null) return zstd
      await noteLoose(database, sha256)
      await store.put(keyOf(sha256), zstd)
      return new Uint8Array()
    },
    put: ({ sha256, zstd }) => needed(store).put(keyOf(sha256), zstd),
    claim: async (transaction, sha256) => {
      if (store !== null)
        await transaction.deleteFrom('loose_original').where('sha256', '=', sha256).execute()
    },
    read: async original =>
      original.zstd.length > 0
        ? await unpack(original.zstd, `filing ${original.sha256}`)
        : await readFrom(needed(store), original),
    readPacked: async ({ sha256, zstd }) => {
      if (zstd.length > 0) return zstd
      const packed = await needed(store).get(keyOf(sha256))
      if (packed === null) throw lost(`${keyOf(sha256)} is not in the store`)
      return packed
    },
    mend: async ({ sha256, zstd }, pack) => {
      if (store === null || zstd.length > 0 || (await store.has(keyOf(sha256)))) return
      await store.put(keyOf(sha256), await pack())
    },
    eraseLoose: async database => {
      if (store !== null) await eraseLoose(database, store)
    },
    tryOut,
  }
}

function needed(store: ObjectStore | null): ObjectStore {
  if (store !== null) return store
  throw new LibraryFault('originals-have-no-store', 'an original is in a store, and STRATA_BLOBS names none')
}

async function readFrom(store: ObjectStore, { sha256, bytes }: StoredOriginal): Promise<Buffer> {
  const packed = await store.get(keyOf(sha256))
  if (packed === null) throw lost(`${keyOf(sha256)} is not in the store`)
  const original = await decompress(packed, { maxOutputLength: Math.max(bytes, 1) }).catch(fault => {
    throw lost(`${keyOf(sha256)} does not unpack: ${describeFault(fault)}`)
  })
  if (original.length !== bytes || hash('sha256', original, 'hex') !== sha256)
    throw lost(`${keyOf(sha256)} holds other bytes`)
  return original
}

const lost = (reason: string) => new LibraryFault('original-is-lost', reason)

/**
 * A loose object is one that may be in the store and that no filing has: one whose upload did not come to its end, or whose
 * filing was removed for good. It is noted before it is put there, so none is forgotten, however a process ends.
 */
async function noteLoose(database: Kysely<Tables>, sha256: string): Promise<void> {
  const since = new Date().toISOString()
  await whenFree(() =>
    database
      .insertInto('loose_original')
      .values({ sha256, since })
      .onConflict(known => known.column('sha256').doUpdateSet({ since }))
      .execute(),
  )
}

/** Note, with the removal of a filing, that its object is one that nobody has. */
export async function loosenOriginal(transaction: Transaction<Tables>, sha256: string): Promise<void> {
  const stored = await transaction
    .selectFrom('raw_filing')
    .select('sha256')
    .where('sha256', '=', sha256)
    .where(sql<boolean>`length(zstd) = 0`)
    .executeTakeFirst()
  if (stored !== undefined) await noteLoose(transaction, sha256)
}

/** An upload puts its object there and writes its filing within minutes; after so long nobody is about to, in milliseconds. */
const looseForMs = 3_600_000

/** So many are taken out at once; the others wait for the next time. */
const mostAtOnce = 1000

/** What has been loose for long enough, the longest first. */
export async function listLoose(database: Kysely<Tables>): Promise<string[]> {
  const rows = await database
    .selectFrom('loose_original')
    .select('sha256')
    .where('since', '<', new Date(Date.now() - looseForMs).toISOString())
    .orderBy('since')
    .limit(mostAtOnce)
    .execute()
  return rows.map(({ sha256 }) => sha256)
}

/**
 * Each is taken out under the lock of whoever writes: the same file uploaded at that moment has noted its object anew before,
 * and then stays, or puts it there after.
 */
async function eraseLoose(database: Kysely<Tables>, store: ObjectStore): Promise<void> {
  for (const sha256 of await listLoose(database))
    await inTurn(database, async transaction => {
      if (!(await listLoose(transaction)).includes(sha256)) return
      await store.remove(keyOf(sha256))
      await transaction.deleteFrom('loose_original').where('sha256', '=', sha256).execute()
    })
}

/** What was found is told for so long before it is looked for again, in milliseconds. */
const freshMs = { well: 15_000, ill: 1000 } as const

/** Gives a function that puts a small object into the store and reads it back; one look serves all who ask meanwhile. */
function tryingOut(store: ObjectStore): () => Promise<void> {
  let last: { look: Promise<void>; until: number } | null = null

  async function look(): Promise<void> {
    const sent = Buffer.from('Strata looks whether this store keeps what it is given.\n')
    await store.put('probe.txt', sent)
    const kept = await store.get('probe.txt')
    if (kept === null || !sent.equals(kept))
      throw new LibraryFault('originals-refused', 'the store does not give back what it was given')
  }

  return () => {
    if (last !== null && performance.now() < last.until) return last.look
    const own = { look: look(), until: performance.now() + freshMs.well }
    own.look.catch(() => {
      own.until = performance.now() + freshMs.ill
    })
    last = own
    return own.look
  }
}
