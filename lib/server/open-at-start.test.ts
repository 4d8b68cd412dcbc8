import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../library/engines/sqlite/sqlite.ts'

const root = path.join(import.meta.dirname, '../..')
let parent = ''
let folder = ''
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'strata-open-'))
  folder = path.join(parent, 'library')
})
afterEach(() => rmSync(parent, { recursive: true }))

const file = () => path.join(folder, 'library.sqlite')
function made(): SqliteDatabase.Database {
  const { connection } = openSqlite(folder)
  return connection
}

/** Root may write everywhere, so a test that is run by root becomes nobody first. */
const nobody = process.getuid?.() === 0 ? 65534 : null

/** Open the library as the server does at its start; gives the exit status and what was written on standard error. */
async function openAt(dataFolder: string, user: number | null = null, stayMs = 0) {
  const script = `
    const { openAtStart } = await import(${JSON.stringify(path.join(import.meta.dirname, 'open-at-start.ts'))})
    ${user === null ? '' : `process.setgid(${user}); process.setuid(${user})`}
    await openAtStart()
    setTimeout(() => process.exit(0), ${stayMs})`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    env: { ...process.env, STRATA_DATA: dataFolder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', chunk => {
    said += chunk
  })
  const [status] = await once(child, 'close')
  return { status, said }
}

describe('a library that can be opened', () => {
  it('says nothing', async () => {
    expect(await openAt(folder)).toEqual({ status: 0, said: '' })
  })

  it('says in a sentence that pages of it are damaged, once', async () => {
    const connection = made()
    const root = connection.prepare("select rootpage from sqlite_schema where name = 'filing'").pluck().get()
    const pageBytes = Number(connection.pragma('page_size', { simple: true }))
    connection.close()
    const handle = openSync(file(), 'r+')
    writeSync(handle, Buffer.alloc(pageBytes, 'spoilt'), 0, pageBytes, (Number(root) - 1) * pageBytes)
    closeSync(handle)
    const { said } = await openAt(folder, null, 1500)
    expect(said).toMatch(/^library-damaged: The library’s file is damaged[^\n]+SQLITE_CORRUPT[^\n]*\n$/)
  })
})

describe('an empty file', () => {
  it('is begun anew, and that is told', async () => {
    mkdirSync(folder)
    writeFileSync(file(), '')
    expect((await openAt(folder)).said).toBe(`${file()} was empty, so Strata began a new library in it.\n`)
    expect((await openAt(folder)).said).toBe('')
  })
})

describe('a library that cannot be opened', () => {
  it.each<[string, () => void, RegExp]>([
    [
      'a file where the folder should be',
      () => writeFileSync(folder, ''),
      /is no folder, and none can be made there \(.* is a file\)\. Move away what stands/,
    ],
    [
      'a file where a folder above it should be',
      () => {
        writeFileSync(path.join(parent, 'file'), '')
        folder = path.join(parent, 'file/library')
      },
      /is no folder, and none can be made there \(.* is a file\)\. Move away what stands/,
    ],
    [
      'a folder where the file should be',
      () => mkdirSync(file(), { recursive: true }),
      /is damaged .*library\.sqlite is not a file.* Put a backup in its place/,
    ],
    [
      'a file that is no database',
      () => {
        mkdirSync(folder)
        writeFileSync(file(), Buffer.alloc(100_000, 'no database'))
      },
      /is damaged .*SQLITE_NOTADB.* Put a backup in its place/,
    ],
    [
      'another program’s database',
      () => {
        mkdirSync(folder)
        const connection = new SqliteDatabase(file())
        connection.exec('create table other (x)')
        connection.close()
      },
      /is damaged .*tables of another program.* Put a backup in its place/,
    ],
    [
      'a database without the library’s tables',
      () => {
        const connection = made()
        connection.exec('alter table library rename to other')
        connection.close()
      },
      /is damaged .*no such table.* Put a backup in its place/,
    ],
    [
      'a damaged first page',
      () => {
        made().close()
        const handle = openSync(file(), 'r+')
        writeSync(handle, Buffer.alloc(3996, 'spoilt'), 0, 3996, 100)
        closeSync(handle)
      },
      /is damaged .*SQLITE_CORRUPT.* Put a backup in its place/,
    ],
    [
      'a newer Strata’s library',
      () => {
        const connection = made()
        connection.pragma('user_version = 99')
        connection.close()
      },
      /written by a newer Strata .* Start that one, or set STRATA_DATA/,
    ],
  ])('%s: one sentence and status 1', async (_, spoil, sentence) => {
    spoil()
    const { status, said } = await openAt(folder)
    expect(said).toMatch(/^Strata cannot start: [^\n]+\n$/)
    expect(said).toMatch(sentence)
    expect(said).toContain(folder)
    expect(status).toBe(1)
  })

  it.each<[string, () => void]>([
    ['a folder that may not be made', () => chmodSync(parent, 0o555)],
    [
      'a folder that may not be written',
      () => {
        chmodSync(parent, 0o755)
        mkdirSync(folder, { mode: 0o555 })
      },
    ],
    [
      'a library that may not be written',
      () => {
        chmodSync(parent, 0o755)
        made().close()
        chmodSync(folder, 0o777)
        chmodSync(file(), 0o444)
      },
    ],
  ])('%s: one sentence and status 1', async (_, protect) => {
    protect()
    const { status, said } = await openAt(folder, nobody)
    expect(said).toMatch(/^Strata cannot start: it may not write to [^\n]+\n$/)
    expect(said).toContain('set STRATA_DATA to another folder')
    expect(status).toBe(1)
    chmodSync(parent, 0o755)
  })

  it('one that another program keeps locked: one sentence and status 1, after a while', async () => {
    const connection = made()
    connection.exec('begin immediate')
    const { status, said } = await openAt(folder)
    connection.close()
    expect(said).toMatch(/^Strata cannot start: another program keeps the library in [^\n]+ locked [^\n]+\n$/)
    expect(status).toBe(1)
  }, 60_000)
})
