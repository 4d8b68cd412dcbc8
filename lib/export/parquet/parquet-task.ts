import type { LibraryPlace } from '../../library/index.ts'
import type { LibraryFaultCode } from '../../library-faults.ts'

/** What of the library is given as a table of data each. */
export const parquetTables = ['buckets', 'deals', 'statistics', 'checks'] as const
export type ParquetTable = (typeof parquetTables)[number]

/** What a thread that writes Parquet is started with. */
export type ParquetTask = LibraryPlace & { readerVersion: string; origin: string; table: ParquetTable }

/** What it tells: bytes, after which it waits for a message; that all were told; or why it could not go on. */
export type ParquetNews =
  | { bytes: Uint8Array<ArrayBuffer> }
  | { isDone: true }
  | { failed: { code: LibraryFaultCode | null; cause: string } }
