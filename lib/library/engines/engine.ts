import type { Kysely } from 'kysely'
import type { LibraryFault } from '../library-fault.ts'
import type { Tables } from '../schema.ts'

/** A library as the database that holds it is opened: what each kind of database does in its own way. */
export type Engine = {
  /** For queries, which are the same for all; what differs in them is in its dialect (`dialectOf`). */
  readonly database: Kysely<Tables>
  readonly condition: Condition
  /** True if it was opened to be looked into only. */
  readonly looksOnly: boolean
  /** Throws what hinders that something is written now. */
  canWrite(): Promise<void>
  /** What the library takes, and the log of what was written to it where that is apart, in bytes. */
  findSizes(): Promise<{ databaseBytes: number; logBytes: number }>
  /** Have `changed` called some time after any process has changed the library, where its database tells; once only. */
  followChanges(changed: () => void): void
  /** To be called when nobody asks any more. */
  close(): Promise<void>
}

/** A library opened once more by a thread, to write to it. */
export type ThreadEngine = {
  readonly database: Kysely<Tables>
  /** A task has written what it had to. */
  written(): void
  close(): void
}

/** What is known of the state of a library while it is open. */
export type Condition = {
  /** Throws a LibraryFault when the library is known to be damaged. */
  assertSound(): void
  /** Throws a LibraryFault when what was written is not where the next one looks for it: its files were moved or written over. */
  assertKept(): void
  /** Looks again where something has changed, waiting a moment; then as `assertSound`. */
  lookAgain(): Promise<void>
  /** Something was written, and is there. */
  worked(): void
  /** Another process met this in the same library. */
  heard(fault: LibraryFault): void
  /** `ask` with what goes wrong with the library in it thrown as a LibraryFault, its first cause in the log. */
  guarded<A extends unknown[], R>(ask: (...asked: A) => Promise<R>): (...asked: A) => Promise<R>
  close(): void
}
