import { join, resolve } from 'node:path'
import { LibraryFault } from './library-fault.ts'

/** The folder of the library's database: STRATA_DATA, else `.strata` where the process was started. */
export function libraryFolder(): string {
  return resolve(/* turbopackIgnore: true */ process.env.STRATA_DATA || '.strata')
}

/** Where a library is: in a folder, or in a database of a server where its address is given. */
export type LibraryPlace = { folder: string; address?: string | undefined }

/**
 * The library that this process was told to use: by DATABASE_URL, else by STRATA_DATA. Throws a LibraryFault for a
 * DATABASE_URL that is none of PostgreSQL's: what was meant for another program must not be passed over.
 */
export function libraryPlace(): LibraryPlace {
  const address = process.env.DATABASE_URL || undefined
  if (address !== undefined && !/^postgres(ql)?:\/\//.test(address))
    throw new LibraryFault('library-has-no-engine', 'DATABASE_URL does not begin with postgres://')
  return { folder: libraryFolder(), address }
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
