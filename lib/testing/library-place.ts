import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import pg from 'pg'
import { inject } from 'vitest'
import { type LibraryPlace, libraryFiles } from '../library/library-files.ts'
import type {} from './postgres-setup.ts'

/** True where these tests run on PostgreSQL. What holds of SQLite alone is not tested there. */
export const isOnPostgres = inject('postgres') !== undefined

/** A place for a library of tests, on the engine that they run on: a temporary folder, or a schema of its own. */
export async function placeForTests(): Promise<LibraryPlace> {
  const folder = mkdtempSync(path.join(tmpdir(), 'strata-tests-'))
  const server = inject('postgres')
  if (server === undefined) return { folder }
  const schema = `tests_${randomBytes(6).toString('hex')}`
  await askPostgres(server, `create schema ${schema}`)
  return { folder, address: `${server}?options=${encodeURIComponent(`-c search_path=${schema}`)}` }
}

/** Remove a place and all that is there. */
export async function removePlace({ folder, address }: LibraryPlace): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const schema = /search_path%3D(\w+)/.exec(address ?? '')?.[1]
  if (address !== undefined && schema !== undefined)
    await askPostgres(address, `drop schema ${schema} cascade`)
}

/** Ask the database of a place. Gives its rows, and how many a statement changed. */
export async function askPlace({ folder, address }: LibraryPlace, statement: string): Promise<Answer> {
  if (address !== undefined) return await askPostgres(address, statement)
  const database = new SqliteDatabase(libraryFiles(folder)[0])
  try {
    const prepared = database.prepare<[], Record<string, unknown>>(statement)
    return prepared.reader
      ? { rows: prepared.all(), changed: 0 }
      : { rows: [], changed: prepared.run().changes }
  } finally {
    database.close()
  }
}

type Answer = { rows: Record<string, unknown>[]; changed: number }

async function askPostgres(address: string, statement: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    const { rows, rowCount } = await client.query(statement)
    return { rows, changed: rowCount ?? 0 }
  } finally {
    await client.end()
  }
}
