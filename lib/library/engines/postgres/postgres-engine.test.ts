import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { faultCodeOf } from '../../../library-faults.ts'
import { findPostgres } from '../../../testing/find-postgres.ts'
import { inventedBytes, inventedReader } from '../../../testing/invented-reader.ts'
import { type PostgresServer, startPostgres } from '../../../testing/postgres-server.ts'
import type { Library } from '../../library.ts'
import { openLibrary } from '../../open-library.ts'
import { writeWith } from '../../writer.ts'
import { openSqlite } from '../sqlite/sqlite.ts'
import { explainPostgresFault } from './explain-postgres-fault.ts'
import { openPostgres } from './postgres.ts'
import { openPostgresEngine } from './postgres-engine.ts'
import { schemaVersion } from './postgres-migrations.ts'

const found = findPostgres()
const folder = mkdtempSync(path.join(tmpdir(), 'strata-engine-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Its own server, for it is stopped here. */
describe.skipIf('reason' in found)('a library in PostgreSQL', () => {
  let server: PostgresServer
  let address: string
  let databases = 0
  let opened: Library[] = []

  beforeAll(async () => {
    if ('programs' in found) server = await startPostgres(found.programs)
  }, 60_000)
  afterAll(() => server.end())
  beforeEach(async () => {
    const name = `library${databases++}`
    await ask(server.address, `create database ${name}`)
    address = server.address.replace(/\/postgres$/, `/${name}`)
  })
  afterEach(async () => {
    await Promise.all(opened.map(library => library.close()))
    opened = []
    vi.restoreAllMocks()
  })

  function open(at = address): Library {
    const library = openLibrary({
      folder,
      address: at,
      writer: writeWith(inventedReader),
      readerVersion: '1',
    })
    opened.push(library)
    return library
  }

  async function ask(at: string, statement: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: at })
    await client.connect()
    try {
      return (await client.query(statement)).rows
    } finally {
      await client.end()
    }
  }

  const codeOf = (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      (fault: unknown) => faultCodeOf(fault),
    )

  it('is made once, however many begin at once, and what one adds the others show at once', async () => {
    const libraries = Array.from({ length: 6 }, () => open())
    const kept = await Promise.all(
      libraries.map((library, at) =>
        library.keepFiling(inventedBytes({ trust: `Trust 2003-${at}` }), 'a.txt'),
      ),
    )
    expect(kept.map(({ status }) => status)).toEqual(Array(6).fill('added'))
    for (const library of libraries) {
      const { deals } = await library.findDeals({ sort: 'name' })
      expect(deals.map(({ name }) => name)).toEqual(kept.map(({ deal }) => deal?.name))
    }
    expect(await ask(address, 'select version from library_schema')).toEqual([{ version: schemaVersion }])
  })

  it('loses nothing that was acknowledged when one of three processes that add to it is killed', async () => {
    const library = open()
    const acknowledged: string[] = []
    const unseen: string[] = []
    const looking: Promise<void>[] = []
    const startUploads = (name: string, most: number) =>
      new Promise<void>((resolve, reject) => {
        const script = path.join(import.meta.dirname, '../../../testing/invented-uploads.ts')
        const child = spawn(process.execPath, [script, folder, name, address])
        let said = 0
        let complaint = ''
        child.stderr.on('data', chunk => {
          complaint += chunk
        })
        child.stdout.on('data', chunk => {
          for (const sha256 of String(chunk).match(/^[0-9a-f]{64}$/gm) ?? []) {
            acknowledged.push(sha256)
            looking.push(
              library.findSource(sha256).then(source => void (source === null && unseen.push(sha256))),
            )
            if (++said === most) child.kill('SIGKILL')
          }
        })
        child.once('close', (_, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(complaint))))
      })
    // The first is killed in the midst of the others' writing, and these go on.
    await Promise.all([startUploads('a', 5), startUploads('b', 12), startUploads('c', 12)])
    await Promise.all(looking)
    expect(unseen).toEqual([])
    expect(acknowledged.length).toBeGreaterThanOrEqual(29)
    expect(new Set(acknowledged).size).toBe(acknowledged.length)
    const [counted] = await ask(
      address,
      `select (select count(*) from filing) as filings, (select count(*) from raw_filing) as originals,
        (select count(distinct sha256) from report) as reports, (select count(distinct sha256) from bucket) as tables,
        (select count(*) from deal) as deals, (select count(distinct deal_id) from filing) as kept,
        (select count(*) from deal_words) as words`,
    )
    const { filings, originals, reports, tables, deals, kept, words } = counted ?? {}
    expect(Number(filings)).toBeGreaterThanOrEqual(acknowledged.length)
    expect([originals, reports, tables]).toEqual([filings, filings, filings])
    expect([kept, words]).toEqual([deals, deals])
    expect((await library.findDeals()).count).toBe(Number(deals))
  }, 240_000)

  it('has the tables and columns that it has in SQLite, but for the full text', async () => {
    await open().findDeals()
    const own = await ask(
      address,
      `select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = current_schema() and table_name not in ('library_schema', 'deal_words', 'printed_figures')`,
    )
    const { connection } = openSqlite(path.join(folder, 'schema'))
    const others = connection
      .prepare<[], { name: string }>(
        `select m.name || '.' || c.name as name from sqlite_schema m, pragma_table_info(m.name) c
          where m.type in ('table', 'view') and m.name not like 'deal_search%' and m.name not like 'figure_search%'`,
      )
      .all()
    connection.close()
    const names = (rows: readonly Record<string, unknown>[]) => rows.map(({ name }) => String(name)).sort()
    expect(names(own)).toEqual(names(others))
  })

  it('says that it cannot be reached, and goes on by itself once it can', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue(undefined)
    const library = open()
    const { sha256 } = await library.keepFiling(inventedBytes({ trust: 'Alder Trust 2003-1' }), 'a.txt')
    await library.ping()
    await server.stop()
    expect(await codeOf(library.ping())).toBe('library-unreachable')
    expect(await codeOf(library.findDeals())).toBe('library-unreachable')
    expect(await codeOf(library.keepFiling(inventedBytes({ trust: 'Birch Trust 2003-1' }), 'b.txt'))).toBe(
      'library-unreachable',
    )
    const early = open()
    expect(await codeOf(early.findDeals())).toBe('library-unreachable')
    expect(told.mock.calls[0]?.[0]).toMatch(/^library-unreachable: .+ The cause: .+/)
    await server.start()
    await library.ping()
    expect((await library.findSource(sha256))?.name).toBe('a.txt')
    expect(await library.keepFiling(inventedBytes({ trust: 'Birch Trust 2003-1' }), 'b.txt')).toMatchObject({
      status: 'added',
    })
    expect((await early.findDeals()).count).toBe(2)
  }, 60_000)

  it('is told to be read-only where its database is', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined)
    await open().findDeals()
    const standby = open(`${address}?options=${encodeURIComponent('-c default_transaction_read_only=on')}`)
    expect((await standby.findDeals()).count).toBe(0)
    expect(await codeOf(standby.ping())).toBe('library-read-only')
    expect(await codeOf(standby.keepFiling(inventedBytes({ trust: 'Alder' }), 'a.txt'))).toBe(
      'library-read-only',
    )
  })

  it('tells that it changed to who follows it', async () => {
    const library = open()
    await library.findDeals()
    const engine = openPostgresEngine(address, { failed: () => undefined, worked: () => undefined })
    let changes = 0
    engine.followChanges(() => changes++)
    await expect.poll(() => changes, { timeout: 10_000 }).toBe(1)
    await library.keepFiling(inventedBytes({ trust: 'Alder Trust 2003-1' }), 'a.txt')
    await expect.poll(() => changes, { timeout: 10_000 }).toBeGreaterThan(1)
    await engine.close()
  })

  it('gives up what takes too long, and says so', async () => {
    const database = openPostgres(address, { most: 1, statementMs: 50 })
    const fault = await sql`select pg_sleep(10)`.execute(database).catch((problem: unknown) => problem)
    expect(explainPostgresFault(fault)?.code).toBe('library-slow')
    await database.destroy()
  })

  it('has no place in a schema of a newer Strata', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined)
    await open().findDeals()
    await ask(address, 'update library_schema set version = 99')
    expect(await codeOf(open().findDeals())).toBe('library-is-newer')
  })

  it('keeps texts with the character nought, a replacement in its place', async () => {
    const library = open()
    const name = 'Alder\0 Trust 2003-1'
    expect(await library.keepFiling(inventedBytes({ trust: name }), 'a.txt')).toMatchObject({
      status: 'added',
    })
    expect((await library.findDeals({ q: 'alder trust' })).count).toBe(1)
  })
})

it.each([
  ['53100', 'library-full'],
  ['25006', 'library-read-only'],
  ['42501', 'library-read-only'],
  ['57014', 'library-slow'],
  ['55P03', 'library-slow'],
  ['XX001', 'library-damaged'],
  ['42P01', 'library-damaged'],
  ['08006', 'library-unreachable'],
  ['28P01', 'library-unreachable'],
  ['57P03', 'library-unreachable'],
  ['53300', 'library-unreachable'],
  ['3D000', 'library-unreachable'],
  ['ECONNREFUSED', 'library-unreachable'],
  ['ENOTFOUND', 'library-unreachable'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'library-unreachable'],
  ['23505', undefined],
  ['42601', undefined],
])('takes %s for %s', (code, meaning) => {
  expect(explainPostgresFault(Object.assign(new Error('words'), { code }))?.code).toBe(meaning)
})

it.each([
  ['Query read timeout', 'library-slow'],
  ['Connection terminated unexpectedly', 'library-unreachable'],
  ['timeout exceeded when trying to connect', 'library-unreachable'],
  ['Cannot read properties of undefined', undefined],
])('takes “%s” for %s', (words, meaning) => {
  expect(explainPostgresFault(new Error(words))?.code).toBe(meaning)
})
