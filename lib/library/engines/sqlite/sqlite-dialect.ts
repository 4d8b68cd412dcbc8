import type { Database } from 'better-sqlite3'
import {
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import type { LibraryAdapter } from '../dialect.ts'
import { sqliteQueries } from './sqlite-queries.ts'

/**
 * Kysely's dialect for SQLite, with transactions that throw what failed first.
 *
 * After a failure Kysely rolls back, and throws what the rollback throws in the place of the cause. But SQLite itself rolls
 * back when the disk is full or broken, and then answers "cannot rollback - no transaction is active".
 */
export class FirstCauseDialect extends SqliteDialect {
  readonly #database: Database

  constructor(database: Database) {
    super({ database })
    this.#database = database
  }

  override createAdapter(): DialectAdapter {
    return new SqliteLibraryAdapter()
  }

  override createDriver(): Driver {
    return new FirstCauseDriver(this.#database)
  }
}

class SqliteLibraryAdapter extends SqliteAdapter implements LibraryAdapter {
  readonly library = sqliteQueries
}

class FirstCauseDriver extends SqliteDriver {
  readonly #database: Database

  constructor(database: Database) {
    super({ database })
    this.#database = database
  }

  /** Should rolling back fail as well, the first cause still counts; whoever writes then opens another connection. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection).catch(() => undefined)
  }
}
