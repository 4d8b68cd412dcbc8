import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { libraryFiles } from '../../library-files.ts'
import { type OpenSqlite, openSqlite } from './sqlite.ts'
import { watchWriting } from './watch-writing.ts'

let folder = ''
let opened: OpenSqlite
let other: SqliteDatabase.Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-writing-'))
  opened = openSqlite(folder)
  other = new SqliteDatabase(libraryFiles(folder)[0])
})
afterEach(async () => {
  other.close()
  await opened.database.destroy()
  rmSync(folder, { recursive: true })
})

const limits = { patienceMs: 200, freshMs: 0 }
const codeOf = (look: Promise<unknown>) =>
  look.then(
    () => 'can be written',
    fault => fault.code,
  )

describe('watchWriting', () => {
  it('finds that somebody keeps the library locked, soon, and when that is over', async () => {
    const look = watchWriting(folder, opened.connection, limits)
    expect(await codeOf(look())).toBe('can be written')
    other.exec('begin exclusive')
    const began = performance.now()
    expect(await codeOf(look())).toBe('SQLITE_BUSY')
    expect(performance.now() - began).toBeLessThan(2000)
    other.exec('rollback')
    expect(await codeOf(look())).toBe('can be written')
  })

  it('does not take others that write for others that only lock', async () => {
    const look = watchWriting(folder, opened.connection, { patienceMs: 600, freshMs: 0 })
    other.exec('begin immediate')
    const busy = codeOf(look())
    for (let turn = 0; turn < 4; turn++) {
      await new Promise(resolve => setTimeout(resolve, 300))
      other.exec('update library set revision = revision + 1; commit; begin immediate')
    }
    other.exec('rollback')
    expect(await busy).toBe('can be written')
  })

  it('looks once for all who ask at the same time, and leaves nothing behind', async () => {
    const look = watchWriting(folder, opened.connection, { patienceMs: 200, freshMs: 10_000 })
    const first = look()
    expect(look()).toBe(first)
    await first
    expect(look()).toBe(first)
    expect(readdirSync(folder).filter(name => name.startsWith('.strata'))).toEqual([])
  })

  it('is no trouble to a transaction of the same connection', async () => {
    opened.connection.exec('begin')
    expect(await codeOf(watchWriting(folder, opened.connection, limits)())).toBe('can be written')
    opened.connection.exec('rollback')
  })

  it('finds that the disk takes no more', () => {
    const script = `
      const { findRoomFault } = await import(${JSON.stringify(join(import.meta.dirname, 'disk-fault.ts'))})
      console.log((await findRoomFault(${JSON.stringify(folder)}))?.code)`
    const run = (limit: string) =>
      spawnSync(
        'sh',
        ['-c', `ulimit -f ${limit}; exec "$0" --input-type=module -e "$1"`, process.execPath, script],
        {
          encoding: 'utf8',
        },
      ).stdout.trim()
    expect(run('100')).toBe('library-full')
    expect(run('unlimited')).toBe('undefined')
  })

  it.skipIf(process.getuid?.() === 0)('finds that it may not write to the folder', async () => {
    chmodSync(folder, 0o555)
    expect(await codeOf(watchWriting(folder, opened.connection, limits)())).toBe('library-read-only')
    chmodSync(folder, 0o755)
  })
})
