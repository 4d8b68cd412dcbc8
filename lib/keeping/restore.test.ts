import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { copyLibrary, openForCopy } from '../library/engines/sqlite/copy-library.ts'
import { schemaVersion } from '../library/engines/sqlite/sqlite-migrations.ts'
import { verifyCopy } from '../library/engines/sqlite/verify-copy.ts'
import { libraryFiles } from '../library/library-files.ts'
import { openLibrary } from '../library/open-library.ts'
import { writeWith } from '../library/writer.ts'
import { inventedReader } from '../testing/invented-reader.ts'
import {
  dealNamesIn,
  fillInvented,
  keepInvented,
  openInvented,
  runKeeping,
  spoilLibrary,
  startKeeping,
} from '../testing/keeping-by-command.ts'
import { takeBackTo4 } from '../testing/older-schema.ts'
import { standInStore } from '../testing/stand-in-store.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

/** A library of some megabytes that no packing makes smaller, so that copying it takes a while. */
const large = mkdtempSync(path.join(tmpdir(), 'strata-keeping-large-'))
const filingsInLarge = 40
let root = ''
let data = ''
let shelf = ''

beforeAll(async () => {
  const library = openInvented(large)
  for (let order = 0; order < filingsInLarge; order++)
    await keepInvented(library, order, randomBytes(400_000).toString('base64'))
  await library.close()
})
afterAll(() => rmSync(large, { recursive: true }))

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'strata-keeping-'))
  data = path.join(root, 'data')
  shelf = path.join(root, 'shelf')
  mkdirSync(shelf)
})
afterEach(() => rmSync(root, { recursive: true }))

const run = (command: 'backup' | 'restore', given: readonly string[], folder = data, more = {}) =>
  runKeeping(command, given, folder, more)
const start = (command: 'backup' | 'restore', given: readonly string[], folder = data) =>
  startKeeping(command, given, folder)
const hidden = (folder: string) => readdirSync(folder).filter(name => name.startsWith('.'))

describe('npm run restore', () => {
  let backup = ''
  beforeEach(async () => {
    await fillInvented(data, 2)
    backup = path.join(shelf, 'b.sqlite')
    await copyLibrary(libraryFiles(data)[0], backup, () => undefined)
  })

  it('leaves a library alone that holds something, and keeps it under another name when told to replace it', async () => {
    const library = openInvented(data)
    await keepInvented(library, 77)
    await library.close()
    const refused = await run('restore', ['--json', backup])
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([
      1,
      { error: { code: 'library-is-not-empty' } },
    ])
    expect(await dealNamesIn(data)).toHaveLength(3)

    const { out, code } = await run('restore', ['--replace', '--json', backup])
    expect(code).toBe(0)
    expect(await dealNamesIn(data)).toHaveLength(2)
    const { kept } = JSON.parse(out)
    expect((await verifyCopy(kept, () => undefined)).rows.filing).toBe(3)
    expect(hidden(data)).toEqual([])
  })

  it('takes the place of a library that holds nothing', async () => {
    const empty = path.join(root, 'empty')
    await openInvented(empty).close()
    const { out, code } = await run('restore', ['--json', backup], empty)
    expect([code, JSON.parse(out).kept]).toEqual([0, null])
    expect(await dealNamesIn(empty)).toHaveLength(2)
  })

  it('changes nothing while somebody has the library open', async () => {
    const library = openInvented(data)
    const { out, code } = await run('restore', ['--replace', '--json', backup])
    expect([code, JSON.parse(out)]).toMatchObject([1, { error: { code: 'library-is-in-use' } }])
    await keepInvented(library, 5)
    expect((await library.findDeals({})).deals).toHaveLength(3)
    await library.close()
  })

  it('replaces a library that is damaged, and keeps what is left of it', async () => {
    const broken = path.join(root, 'broken')
    mkdirSync(broken)
    const [file] = libraryFiles(broken)
    writeFileSync(file, 'no database at all'.repeat(1000))
    expect((await run('restore', [backup], broken)).code).toBe(1)
    const { out, code } = await run('restore', ['--replace', '--json', backup], broken)
    expect(code).toBe(0)
    const { kept } = JSON.parse(out)
    expect(readFileSync(kept, 'utf8')).toMatch(/^no database/)
    expect(await dealNamesIn(broken)).toHaveLength(2)
  })

  it.each<[string, string, (file: string) => void]>([
    [
      'another program’s database',
      'source-is-no-library',
      file => {
        rmSync(file)
        const other = new SqliteDatabase(file)
        other.exec('create table tea (kind text); pragma user_version = 3')
        other.close()
      },
    ],
    [
      'a text',
      'source-is-no-library',
      file => writeFileSync(file, 'a list of deals, by name and year'.repeat(99)),
    ],
    ['an empty file', 'source-is-no-library', file => writeFileSync(file, '')],
    ['a newer library', 'source-is-newer', file => spoilLibrary(file, 'pragma user_version = 4000')],
    [
      'a file that was cut off',
      'source-is-damaged',
      file => writeFileSync(file, readFileSync(file).subarray(0, 50_000)),
    ],
    [
      'a changed original',
      'source-is-damaged',
      file =>
        spoilLibrary(file, 'update raw_filing set zstd = (select zstd from raw_filing where rowid = 1)'),
    ],
    [
      'a filing without its original',
      'source-is-damaged',
      file => spoilLibrary(file, 'delete from raw_filing where rowid = 1'),
    ],
  ])('knows %s for none that may be put in place', async (_, code, change) => {
    change(backup)
    await expect(verifyCopy(backup, () => undefined)).rejects.toMatchObject({ name: 'CopyFault', code })
  })

  it('does not put a damaged backup in place', async () => {
    spoilLibrary(backup, 'delete from raw_filing where rowid = 1')
    const told = await run('restore', ['--replace', '--json', backup])
    expect([told.code, JSON.parse(told.out)]).toMatchObject([1, { error: { code: 'source-is-damaged' } }])
    expect(told.err.trim().split('\n')).toHaveLength(1)
    expect(hidden(data)).toEqual([])
    expect(await dealNamesIn(data)).toHaveLength(2)
  })

  it('leaves the library that was there, or the new one, when it is killed', async () => {
    const file = path.join(shelf, 'large.sqlite')
    await copyLibrary(libraryFiles(large)[0], file, () => undefined)
    for (let at = 0; at < 3; at++) {
      const child = start('restore', ['--replace', file])
      const ended = once(child, 'exit')
      await vi.waitUntil(() => hidden(data).length > 0 || child.exitCode !== null, {
        timeout: 30_000,
        interval: 1,
      })
      await sleep(at * 100)
      child.kill('SIGKILL')
      await ended
      expect([2, filingsInLarge]).toContain((await dealNamesIn(data)).length)
    }
  })

  it('reads a backup of an older Strata, and brings it to the newest', async () => {
    const older = new SqliteDatabase(backup)
    takeBackTo4(older)
    older.close()
    const folder = path.join(root, 'older')
    expect((await run('restore', [backup], folder)).code).toBe(0)
    const restored = await openForCopy(libraryFiles(folder)[0])
    expect(restored.pragma('user_version', { simple: true })).toBe(schemaVersion)
    restored.close()
    expect((await run('backup', ['--replace', backup], folder)).code).toBe(0)
  })

  it('ends with 2 and one sentence when it cannot begin as it was given', async () => {
    for (const given of [
      [backup, backup],
      [path.join(root, 'no.sqlite')],
      [shelf],
      [libraryFiles(data)[0]],
    ]) {
      const { out, err, code } = await run('restore', given)
      expect([code, out, err.trim().split('\n').length], given.join(' ')).toEqual([2, '', 1])
    }
  })
})

it('opens no library to write to it', async () => {
  await fillInvented(data, 1)
  const connection = await openForCopy(libraryFiles(data)[0])
  expect(() => connection.exec('delete from filing')).toThrow(/readonly/)
  connection.close()
})

describe('a library with its originals in a store', () => {
  it('is backed up whole into the file, and restored into a store or into the library’s file', async () => {
    const store = await standInStore()
    const named = {
      STRATA_BLOBS: 's3://filings/strata',
      STRATA_BLOBS_ENDPOINT: store.settings.endpoint,
      STRATA_BLOBS_REGION: store.settings.region,
      STRATA_BLOBS_KEY_ID: store.settings.keyId,
      STRATA_BLOBS_SECRET: store.settings.secret,
    }
    const library = openLibrary({
      folder: data,
      store: store.settings,
      writer: writeWith(inventedReader),
      readerVersion: '1',
    })
    for (let order = 0; order < 3; order++) await keepInvented(library, order)
    await library.close()
    const held = new Map(store.objects)
    const file = path.join(shelf, 'stored.sqlite')
    expect(await run('backup', [file])).toMatchObject({
      code: 1,
      err: expect.stringContaining('STRATA_BLOBS'),
    })
    expect(await run('backup', [file], data, named)).toMatchObject({ code: 0 })

    store.objects.clear()
    const inFile = path.join(root, 'in-file')
    expect(await run('restore', [file], inFile)).toMatchObject({ code: 0 })
    expect(store.objects.size).toBe(0)
    const back = openInvented(inFile)
    for (const key of held.keys())
      expect(await back.findSource(key.slice('/filings/strata/'.length, -'.zst'.length))).not.toBeNull()
    await back.close()

    const inStore = path.join(root, 'in-store')
    expect(await run('restore', [file], inStore, named)).toMatchObject({ code: 0 })
    expect(store.objects).toEqual(held)
    const [first = ''] = store.objects.keys()
    store.objects.delete(first)
    const lost = await run('backup', ['--replace', file], inStore, named)
    expect(lost).toMatchObject({ code: 1, err: expect.stringContaining('no longer holds this original') })
    await store.stop()
  })
})
