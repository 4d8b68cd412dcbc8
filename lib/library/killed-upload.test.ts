import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { inventedReader } from '../testing/invented-reader.ts'
import { openLibrary } from './open-library.ts'
import { writeWith } from './writer.ts'

const folder = mkdtempSync(join(tmpdir(), 'strata-killed-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Upload from another process and kill it, without warning, once the library has said so many times "kept". */
async function uploadUntilKilled(name: string, kept: number): Promise<string[]> {
  const child = spawn(process.execPath, [
    join(import.meta.dirname, '../testing/invented-uploads.ts'),
    folder,
    name,
  ])
  const said: string[] = []
  let complaint = ''
  child.stderr.on('data', chunk => {
    complaint += chunk
  })
  child.stdout.on('data', chunk => {
    said.push(
      ...String(chunk)
        .split('\n')
        .filter(line => line.length === 64),
    )
    if (said.length >= kept) child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'close')
  expect(signal, complaint).toBe('SIGKILL')
  return said
}

function count(database: SqliteDatabase.Database, query: string): number {
  return Number(database.prepare(query).pluck().get())
}

it('leaves nothing half-done when killed, nor when two processes make the library at once', async () => {
  const acknowledged: string[] = []
  for (const round of [1, 2]) {
    const pair = ['a', 'b'].map(name => uploadUntilKilled(`${name}${round}`, 4 + 5 * round))
    acknowledged.push(...(await Promise.all(pair)).flat())
  }

  const database = new SqliteDatabase(join(folder, 'library.sqlite'))
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  const filings = count(database, 'select count(*) from filing')
  expect(filings).toBeGreaterThanOrEqual(acknowledged.length)
  expect(count(database, 'select count(*) from raw_filing')).toBe(filings)
  expect(count(database, 'select count(*) from report')).toBe(filings)
  expect(count(database, 'select count(distinct sha256) from bucket')).toBe(filings)
  const deals = count(database, 'select count(*) from deal')
  expect(count(database, 'select count(distinct deal_id) from filing')).toBe(deals)
  expect(count(database, 'select count(*) from deal where summary is not null')).toBe(deals)
  expect(count(database, 'select count(*) from deal_search')).toBe(deals)
  database.close()

  const library = openLibrary({ folder, writer: writeWith(inventedReader), readerVersion: '1' })
  for (const sha256 of acknowledged)
    expect((await library.findSource(sha256))?.bytes.length).toBeGreaterThan(5000)
  await library.close()
}, 300_000)
