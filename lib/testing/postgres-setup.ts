import { findPostgres } from './find-postgres.ts'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the PostgreSQL that tests of both engines run on; none where they run on SQLite. */
    postgres: string | undefined
  }
}

type Project = { provide(key: 'postgres', address: string): void }

/** Starts a PostgreSQL before the tests that run on both engines run on it, and ends it after them. */
export default async function setup(project: Project): Promise<() => Promise<void>> {
  const found = findPostgres()
  if ('reason' in found) throw new Error(found.reason)
  const server = await startPostgres(found.programs)
  project.provide('postgres', server.address)
  return server.end
}
