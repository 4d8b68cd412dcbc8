import { join, resolve } from 'node:path'

/** The folder of the library's database: STRATA_DATA, else `.strata` where the process was started. */
export function libraryFolder(): string {
  return resolve(/* turbopackIgnore: true */ process.env.STRATA_DATA || '.strata')
}

/** Where a library is: in a folder, or in a database of a server where its address is given. */
export type LibraryPlace = { folder: string; address?: string | undefined }

/** The library that this process was told to use. */
export function libraryPlace(): LibraryPlace {
  return { folder: libraryFolder() }
}

/** The files of a library: the database, its write-ahead log, and the log's index. */
export function libraryFiles(folder: string): [string, string, string] {
  const file = join(folder, 'library.sqlite')
  return [file, `${file}-wal`, `${file}-shm`]
}
