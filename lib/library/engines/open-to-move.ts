import type { Kysely, Transaction } from 'kysely'
import type { LibraryPlace } from '../library-files.ts'
import type { Tables } from '../schema.ts'
import { openPostgres } from './postgres/postgres.ts'
import { migratePostgres } from './postgres/postgres-migrations.ts'
import { openSqlite, reopenSqlite } from './sqlite/sqlite.ts'

/** A library to move from or to: what is read in `seen` is all of one moment. */
export type MovedLibrary = {
  seen<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A statement of a move may take so long, in milliseconds: the longest table of a filing is one. */
const limits = { most: 1, statementMs: 600_000 }

/** The library at a place; one to be read from must be there, the other is made. Throws what hinders that. */
export async function openToMove(
  { folder, address }: LibraryPlace,
  mustExist: boolean,
): Promise<MovedLibrary> {
  if (address === undefined) {
    const { database, connection } = mustExist ? reopenSqlite(folder) : openSqlite(folder)
    return {
      seen: work => database.transaction().execute(work),
      close: async () => void connection.close(),
    }
  }
  const database: Kysely<Tables> = openPostgres(address, limits)
  try {
    await migratePostgres(database)
  } catch (fault) {
    await database.destroy()
    throw fault
  }
  return {
    seen: work => database.transaction().setIsolationLevel('repeatable read').execute(work),
    close: () => database.destroy(),
  }
}
