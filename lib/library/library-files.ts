import { join } from 'node:path'

/** The files of a library: the database, its write-ahead log, and the log's index. */
export function libraryFiles(folder: string): [string, string, string] {
  const file = join(folder, 'library.sqlite')
  return [file, `${file}-wal`, `${file}-shm`]
}
