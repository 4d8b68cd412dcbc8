import type { Kysely } from 'kysely'
import { keepFiling, type ReceivedBytes } from './keep-filing.ts'
import type { KeptFiling, Reader } from './library.ts'
import { prepareWith } from './prepare-filing.ts'
import { leaveReading, rereadIfOutdated } from './reread.ts'
import type { Tables } from './schema.ts'

/** All that writes to a library. Each is whole or has not happened. */
export type Writer = {
  /** Read a filing and keep it. */
  keep(received: ReceivedBytes): Promise<KeptFiling>
  /** Read a kept filing again when its report comes from another reader. */
  reread(sha256: string): Promise<void>
  /** Leave a filing the report it has, though it comes from another reader. */
  leave(sha256: string): Promise<void>
  close(): Promise<void>
}

/** The library that is written to. */
export type WrittenLibrary = { folder: string; database: Kysely<Tables>; readerVersion: string }
export type OpenWriter = (library: WrittenLibrary) => Writer

/** Reads with the given reader and writes, in this thread. */
export function writeWith(read: Reader): OpenWriter {
  const prepare = prepareWith(read)
  return ({ database, readerVersion }) => ({
    keep: received => keepFiling(database, prepare, readerVersion, received),
    reread: sha256 => rereadIfOutdated(database, prepare, readerVersion, sha256),
    leave: sha256 => leaveReading(database, readerVersion, sha256),
    close: async () => undefined,
  })
}
