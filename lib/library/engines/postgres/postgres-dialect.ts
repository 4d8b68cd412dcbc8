import {
  type DialectAdapter,
  type Driver,
  PostgresAdapter,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  PostgresQueryCompiler,
  type QueryCompiler,
} from 'kysely'
import type { LibraryAdapter } from '../dialect.ts'
import { postgresQueries } from './postgres-queries.ts'
import { withoutNul } from './without-nul.ts'

/** Kysely's dialect for PostgreSQL, with what a library asks of it alone, and transactions that throw what failed first. */
export class PostgresLibraryDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createAdapter(): DialectAdapter {
    return new PostgresLibraryAdapter()
  }

  override createDriver(): Driver {
    return new FirstCauseDriver(this.#config)
  }

  override createQueryCompiler(): QueryCompiler {
    return new NulFreeCompiler()
  }
}

class PostgresLibraryAdapter extends PostgresAdapter implements LibraryAdapter {
  readonly library = postgresQueries
}

class FirstCauseDriver extends PostgresDriver {
  /** Where the connection is lost, what lost it counts: nothing is left to roll back. */
  override async rollbackTransaction(
    connection: Parameters<PostgresDriver['rollbackTransaction']>[0],
  ): Promise<void> {
    await super.rollbackTransaction(connection).catch(() => undefined)
  }
}

class NulFreeCompiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    super.appendValue(withoutNul(value))
  }
}
