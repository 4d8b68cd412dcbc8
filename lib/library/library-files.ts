import { join, resolve } from 'node:path'
import { LibraryFault } from './library-fault.ts'
import { readStoreSettings, type StoreSettings } from './originals/store-settings.ts'

/** The folder of the library's database: STRATA_DATA, else `.strata` where the process was started. */
export function libraryFolder(): string {
  return resolve(/* turbopackIgnore: true */ process.env.STRATA_DATA || '.strata')
}

/**
 * Where a library is: in a folder, or in a database of a server where its address is given; and the store of its originals,
 * where they are not in its database.
 */
export type LibraryPlace = { folder: string; address?: string | undefined; store?: StoreSettings | null }

/**
 * The library that this process was told to use: by DATABASE_URL, else by STRATA_DATA. Throws a LibraryFault for a
 * DATABASE_URL that is none of PostgreSQL's, what was meant for another program must not be passed over; and for a
 * STRATA_BLOBS that is not understood.
 */
export function libraryPlace(): LibraryPlace {
  const address = process.env.DATABASE_URL || undefined
  if (address !== undefined && !/^postgres(ql)?:\/\//.test(address))
    throw new LibraryFault('library-has-no-engine', 'DATABASE_URL does not begin with postgres://')
  return { folder: libraryFolder(), address, store: originalsStore() }
}

/** The store of originals that this process was told to use; null where they are in the database. Throws a LibraryFault. */
export function originalsStore(): StoreSettings | null {
  const store = readStoreSettings(process.env)
  if (store !== null && 'wrong' in store) throw new LibraryFault('originals-have-no-store', store.wrong)
  return store
}

/** Where a library is, in words without secrets: its folder, or the database without its user and password. */
export function namePlace({ folder, address }: LibraryPlace): string {
  const url = address === undefined ? null : URL.parse(address)
  if (address !== undefined)
    return url === null ? 'the database of DATABASE_URL' : `${url.host}${url.pathname}`
  return folder
}

/** The files of a library: the database, its write-ahead log, and the log's index. */
export function libraryFiles(folder: string): [string, string, string] {
  const file = join(folder, 'library.sqlite')
  return [file, `${file}-wal`, `${file}-shm`]
}
