import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { copyLibrary, openForCopy } from '../library/engines/sqlite/copy-library.ts'
import { schemaVersion } from '../library/engines/sqlite/sqlite-migrations.ts'
import { verifyCopy } from '../library/engines/sqlite/verify-copy.ts'
import type { Library } from '../library/index.ts'
import { libraryFiles } from '../library/library-files.ts'
import { openLibrary } from '../library/open-library.ts'
import { writeWith } from '../library/writer.ts'
import { inventedBytes, inventedReader } from '../testing/invented-reader.ts'
import { takeBackTo4 } from '../testing/older-schema.ts'
import { standInStore } from '../testing/stand-in-store.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

/** A library of some megabytes that no packing makes smaller, so that copying it takes a while. */
const large = mkdtempSync(path.join(tmpdir(), 'strata-keeping-large-'))
const filingsInLarge = 40
let root = ''
let data = ''
let shelf = ''

const open = (folder: string): Library =>
  openLibrary({ folder, writer: writeWith(inventedReader), readerVersion: '1' })
const keep = (library: Library, order: number, remark = 'nothing') =>
  library.keepFiling(inventedBytes({ trust: `Copperfield Trust ${order}`, remark }), `f${order}.txt`)

beforeAll(async () => {
  const library = open(large)
  for (let order = 0; order < filingsInLarge; order++)
    await keep(library, order, randomBytes(400_000).toString('base64'))
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

async function fill(count: number): Promise<void> {
  const library = open(data)
  for (let order = 0; order < count; order++) await keep(library, order)
  await library.close()
}

function start(command: 'backup' | 'restore', given: readonly string[], folder = data, more = {}) {
  const script = path.join(import.meta.dirname, `${command}.ts`)
  return spawn(process.execPath, [script, ...given], {
    env: { ...process.env, STRATA_DATA: folder, ...more },
  })
}

async function run(command: 'backup' | 'restore', given: readonly string[], folder = data, more = {}) {
  const child = start(command, given, folder, more)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code }
}

const seen = (folder: string) => readdirSync(folder).filter(name => !name.startsWith('.'))
const hidden = (folder: string) => readdirSync(folder).filter(name => name.startsWith('.'))
const namesIn = async (folder: string) => {
  const library = open(folder)
  const { deals } = await library.findDeals({ limit: 500 })
  await library.close()
  return deals.map(({ name }) => name).sort()
}

/** Change a library's database behind the back of everybody. */
function spoil(file: string, change: string, ...values: unknown[]): void {
  const connection = new SqliteDatabase(file)
  connection.prepare(change).run(...values)
  connection.close()
}

describe('npm run backup', () => {
  it('copies all that is there into one file, which restores to the same library', async () => {
    await fill(5)
    const library = open(data)
    await library.changeDeals({ what: 'delete', slugs: ['copperfield-trust-4'] })
    await library.changeDeals({ what: 'tag', slugs: ['copperfield-trust-1'], tags: ['seen'], how: 'add' })
    await library.close()
    const file = path.join(shelf, 'monday.sqlite')
    const { out, code } = await run('backup', ['--json', file])
    expect(code).toBe(0)
    const said = JSON.parse(out)
    expect(said).toMatchObject({ file, deals: 5, filings: 5, rows: { raw_filing: 5, tag: 1 } })
    expect(said.bytes).toBe(readFileSync(file).length)
    expect(readdirSync(shelf)).toEqual(['monday.sqlite'])

    const other = path.join(root, 'other')
    const restored = await run('restore', ['--json', file], other)
    expect(JSON.parse(restored.out)).toMatchObject({ library: other, filings: 5, kept: null })
    expect(restored.code).toBe(0)
    expect(await namesIn(other)).toEqual(await namesIn(data))
    const again = open(other)
    expect(await again.listBin()).toMatchObject([{ slug: 'copperfield-trust-4', isWhole: true }])
    await again.close()
  })

  it('names the file by the time in a folder, and says in words what is there', async () => {
    await fill(1)
    const { out, code } = await run('backup', [shelf])
    expect(out).toMatch(
      /^1 filing of 1 deal are in .*strata-\d{8}T\d{6}Z\.sqlite .*Every original was read back/,
    )
    expect(code).toBe(0)
    expect(seen(shelf)).toEqual([expect.stringMatching(/^strata-\d{8}T\d{6}Z\.sqlite$/)])
  })

  it('is of one moment, though others add filings all the while', async () => {
    const busy = path.join(root, 'busy')
    mkdirSync(busy)
    copyFileSync(libraryFiles(large)[0], libraryFiles(busy)[0])
    const library = open(busy)
    const child = start('backup', [path.join(shelf, 'busy.sqlite')], busy)
    const ended = once(child, 'exit')
    let added = 0
    let isOver = false
    void ended.then(() => {
      isOver = true
    })
    while (!isOver) {
      await keep(library, 1000 + added++)
      await sleep(1)
    }
    expect((await ended)[0]).toBe(0)
    expect(added).toBeGreaterThan(5)
    const { rows } = await verifyCopy(path.join(shelf, 'busy.sqlite'), () => undefined)
    expect(rows.filing).toBeGreaterThanOrEqual(filingsInLarge)
    expect(rows.filing).toBeLessThan(filingsInLarge + added)
    expect(rows.deal).toBe(rows.filing)
    await library.close()
  })

  it('leaves nothing that looks whole when it is killed, and the next one takes away what is left', async () => {
    let killedInTime = 0
    for (let at = 0; at < 3; at++) {
      const child = start('backup', [path.join(shelf, `${at}.sqlite`)], large)
      const ended = once(child, 'exit')
      await vi.waitUntil(() => hidden(shelf).length > 0 || child.exitCode !== null, {
        timeout: 30_000,
        interval: 1,
      })
      await sleep(at * 60)
      child.kill('SIGKILL')
      await ended
      for (const name of seen(shelf)) {
        const { rows } = await verifyCopy(path.join(shelf, name), () => undefined)
        expect(rows.filing).toBe(filingsInLarge)
        rmSync(path.join(shelf, name))
      }
      killedInTime += Number(hidden(shelf).length > 0)
    }
    expect(killedInTime).toBeGreaterThan(0)
    expect((await run('backup', [path.join(shelf, 'whole.sqlite')], large)).code).toBe(0)
    expect(readdirSync(shelf)).toEqual(['whole.sqlite'])
  })

  it('leaves nothing at all when it is told to end', async () => {
    const child = start('backup', [shelf], large)
    const ended = once(child, 'exit')
    await vi.waitUntil(() => hidden(shelf).length > 0, { timeout: 30_000, interval: 1 })
    child.kill('SIGTERM')
    expect((await ended)[0]).toBe(1)
    expect(readdirSync(shelf)).toEqual([])
  })

  it('is not made of a library in which an original is not what was kept', async () => {
    await fill(3)
    spoil(libraryFiles(data)[0], 'update raw_filing set bytes = bytes + 1 where rowid = 2')
    const { out, err, code } = await run('backup', ['--json', shelf])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'source-is-damaged' } })
    expect(err).toMatch(/not the bytes that were kept/)
    expect(readdirSync(shelf)).toEqual([])
  })

  it('leaves a file that is there as it is, unless it may be replaced', async () => {
    await fill(1)
    const file = path.join(shelf, 'taken.sqlite')
    writeFileSync(file, 'mine')
    const refused = await run('backup', ['--json', file])
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, { error: { code: 'target-exists' } }])
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect((await run('backup', ['--replace', file])).code).toBe(0)
    expect((await verifyCopy(file, () => undefined)).rows.filing).toBe(1)
  })

  it('ends with 2 and one sentence when it cannot begin as it was given', async () => {
    await fill(1)
    for (const given of [
      [],
      ['--fast', shelf],
      [path.join(root, 'no', 'b.sqlite')],
      [libraryFiles(data)[0]],
    ]) {
      const { out, err, code } = await run('backup', given)
      expect([code, out, err.trim().split('\n').length], given.join(' ')).toEqual([2, '', 1])
    }
  })

  it('says that there is no library', async () => {
    const { err, code } = await run('backup', [shelf])
    expect([code, err]).toEqual([1, expect.stringMatching(/^There is no library in /)])
    expect(existsSync(data)).toBe(false)
  })

  it.skipIf(process.getuid?.() === 0)('says that nothing can be written', async () => {
    await fill(1)
    chmodSync(shelf, 0o500)
    const { err, code } = await run('backup', [shelf])
    chmodSync(shelf, 0o700)
    expect([code, err]).toEqual([1, expect.stringMatching(/^Nothing can be written in /)])
  })

  it.skipIf(process.getuid?.() === 0)(
    'copies a library at rest from where nothing can be written',
    async () => {
      await fill(2)
      for (const left of libraryFiles(data).slice(1)) rmSync(left, { force: true })
      chmodSync(data, 0o500)
      const { code } = await run('backup', ['--json', path.join(shelf, 'b.sqlite')])
      chmodSync(data, 0o700)
      expect(code).toBe(0)
      expect((await verifyCopy(path.join(shelf, 'b.sqlite'), () => undefined)).rows.filing).toBe(2)
    },
  )
})

describe('npm run restore', () => {
  let backup = ''
  beforeEach(async () => {
    await fill(2)
    backup = path.join(shelf, 'b.sqlite')
    await copyLibrary(libraryFiles(data)[0], backup, () => undefined)
  })

  it('leaves a library alone that holds something, and keeps it under another name when told to replace it', async () => {
    const library = open(data)
    await keep(library, 77)
    await library.close()
    const refused = await run('restore', ['--json', backup])
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([
      1,
      { error: { code: 'library-is-not-empty' } },
    ])
    expect(await namesIn(data)).toHaveLength(3)

    const { out, code } = await run('restore', ['--replace', '--json', backup])
    expect(code).toBe(0)
    expect(await namesIn(data)).toHaveLength(2)
    const { kept } = JSON.parse(out)
    expect((await verifyCopy(kept, () => undefined)).rows.filing).toBe(3)
    expect(hidden(data)).toEqual([])
  })

  it('takes the place of a library that holds nothing', async () => {
    const empty = path.join(root, 'empty')
    await open(empty).close()
    const { out, code } = await run('restore', ['--json', backup], empty)
    expect([code, JSON.parse(out).kept]).toEqual([0, null])
    expect(await namesIn(empty)).toHaveLength(2)
  })

  it('changes nothing while somebody has the library open', async () => {
    const library = open(data)
    const { out, code } = await run('restore', ['--replace', '--json', backup])
    expect([code, JSON.parse(out)]).toMatchObject([1, { error: { code: 'library-is-in-use' } }])
    await keep(library, 5)
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
    expect(await namesIn(broken)).toHaveLength(2)
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
    ['a newer library', 'source-is-newer', file => spoil(file, 'pragma user_version = 4000')],
    [
      'a file that was cut off',
      'source-is-damaged',
      file => writeFileSync(file, readFileSync(file).subarray(0, 50_000)),
    ],
    [
      'a changed original',
      'source-is-damaged',
      file => spoil(file, 'update raw_filing set zstd = (select zstd from raw_filing where rowid = 1)'),
    ],
    [
      'a filing without its original',
      'source-is-damaged',
      file => spoil(file, 'delete from raw_filing where rowid = 1'),
    ],
  ])('knows %s for none that may be put in place', async (_, code, change) => {
    change(backup)
    await expect(verifyCopy(backup, () => undefined)).rejects.toMatchObject({ name: 'CopyFault', code })
  })

  it('does not put a damaged backup in place', async () => {
    spoil(backup, 'delete from raw_filing where rowid = 1')
    const told = await run('restore', ['--replace', '--json', backup])
    expect([told.code, JSON.parse(told.out)]).toMatchObject([1, { error: { code: 'source-is-damaged' } }])
    expect(told.err.trim().split('\n')).toHaveLength(1)
    expect(hidden(data)).toEqual([])
    expect(await namesIn(data)).toHaveLength(2)
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
      expect([2, filingsInLarge]).toContain((await namesIn(data)).length)
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
  await fill(1)
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
    for (let order = 0; order < 3; order++) await keep(library, order)
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
    const back = open(inFile)
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
