import { HandleEmptyInListsPlugin, Kysely, replaceWithNoncontingentExpression } from 'kysely'
import type { ClientConfig, Pool } from 'pg'
import type { Tables } from '../../schema.ts'
import { PostgresLibraryDialect } from './postgres-dialect.ts'

export type PoolLimits = {
  /** Connections at once. */
  most: number
  /** The longest that a statement may take, in milliseconds. */
  statementMs: number
}

/** How long a connection is waited for, in milliseconds: a request is answered after it, whatever the network does. */
const connectingMs = 5000
/** A lock is waited for so long, in milliseconds; who wants to write asks again (`inTurn`). */
const lockMs = 1000
/** A process that stands still in the middle of writing holds up all others; its transaction is given up after so long. */
const idleInTransactionMs = 60_000
/** A connection that nobody uses is closed after so long, in milliseconds. */
const idleMs = 30_000
/** What the server has not said so long after it should have given up itself is lost on the way, in milliseconds. */
const lostAfterMs = 5000

/** Numbers that the driver would give as texts: whole ones of eight bytes, and sums of them. */
const numbers = new Set([20, 1700])

/** How connections to a library's database are made. */
export async function connectionOptions(address: string, statementMs: number): Promise<ClientConfig> {
  const { default: pg } = await import('pg')
  return {
    connectionString: address,
    application_name: 'strata',
    connectionTimeoutMillis: connectingMs,
    keepAlive: true,
    statement_timeout: statementMs,
    query_timeout: statementMs + lostAfterMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    types: {
      getTypeParser: ((oid: number, format: 'text') =>
        numbers.has(oid) ? Number : pg.types.getTypeParser(oid, format)) as never,
    },
  }
}

/** The database of a library at an address. Nothing is asked of it yet; each query makes its connections anew where they broke. */
export function openPostgres(address: string, { most, statementMs }: PoolLimits): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new PostgresLibraryDialect({ pool: () => makePool(address, most, statementMs) }),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  })
}

/** The driver is loaded only where it is needed. */
async function makePool(address: string, most: number, statementMs: number): Promise<Pool> {
  const { default: pg } = await import('pg')
  const options = await connectionOptions(address, statementMs)
  const pool = new pg.Pool({ ...options, max: most, idleTimeoutMillis: idleMs })
  // One that breaks while nobody uses it is taken out of the pool; the next query makes another.
  pool.on('error', () => undefined)
  return pool
}
