import { spawnSync } from 'node:child_process'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { faultCodeOf } from '../library-faults.ts'
import { bulkyFiling } from '../testing/invented-failures.ts'
import { inventedReader } from '../testing/invented-reader.ts'
import { checkPagesIn } from './engines/sqlite/check-pages.ts'
import { openSqlite } from './engines/sqlite/sqlite.ts'
import { inTurn } from './in-turn.ts'
import { keepFiling } from './keep-filing.ts'
import type { Library } from './library.ts'
import { libraryFiles } from './library-files.ts'
import { openLibrary } from './open-library.ts'
import { openOriginals } from './originals/originals.ts'
import { prepareWith } from './prepare-filing.ts'
import { writeWith } from './writer.ts'
import { writerPool } from './writer-pool.ts'

let folder = ''
let logged: string[] = []
const opened: Library[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-broken-'))
  logged = []
  vi.spyOn(console, 'error').mockImplementation(line => logged.push(String(line)))
})
afterEach(async () => {
  for (const library of opened.splice(0)) await library.close()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const checkPages = checkPagesIn(join(import.meta.dirname, 'engines/sqlite/check-worker.ts'))
function open(writer = writeWith(inventedReader)): Library {
  const library = openLibrary({ folder, writer, readerVersion: '1', checkPages })
  opened.push(library)
  return library
}
const keep = (library: Library, turn: number) => library.keepFiling(bulkyFiling(turn), 'filing.txt')
/** The code of the library's fault that something ends with. */
const codeOf = (work: Promise<unknown>) => work.then(() => 'no fault', faultCodeOf)
/** Keep some filings with the log moved into the database, so that all of them lie in its pages. */
async function filled(count: number): Promise<Library> {
  const first = open()
  for (let turn = 0; turn < count; turn++) await keep(first, turn)
  await first.close()
  return open()
}

describe('a full disk', () => {
  it('is the first cause of a transaction that SQLite rolled back, and over once there is room', async () => {
    const { database, connection } = openSqlite(folder)
    const holding = { database, originals: openOriginals(null) }
    const prepare = prepareWith(inventedReader)
    const keepOne = (turn: number) =>
      keepFiling(holding, prepare, '1', { bytes: bulkyFiling(turn), name: 'filing.txt' })
    await keepOne(0)
    const pages = Number(connection.pragma('page_count', { simple: true }))
    connection.pragma(`max_page_count = ${pages}`)
    await expect(keepOne(1)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    await expect(keepOne(2)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    connection.pragma('max_page_count = 1000000')
    expect(await keepOne(2)).toMatchObject({ status: 'added' })
    await database.destroy()
  })

  it('refuses with library-full, logs the cause once, and loses nothing that was kept', async () => {
    const script = join(import.meta.dirname, '../testing/invented-failures.ts')
    const limited = `ulimit -f 2000; exec "${process.execPath}" "${script}" "${folder}" 25`
    const { stdout, stderr } = spawnSync('sh', ['-c', limited], { encoding: 'utf8' })
    const said = stdout.trim().split('\n')
    const kept = said.filter(line => line.length === 64)
    expect(said).toHaveLength(25)
    expect(kept.length).toBeGreaterThan(3)
    expect(new Set(said.slice(kept.length))).toEqual(new Set(['library-full']))
    expect(stderr.match(/^library-full: .*/gm)).toEqual([
      expect.stringMatching(
        /Make room on that disk.* The cause: SqliteError: .*\(SQLITE_(IOERR_WRITE|FULL)\)/,
      ),
    ])
    expect(stderr.trim().split('\n')).toHaveLength(1)
    const library = open()
    for (const sha256 of kept) expect(await library.findSource(sha256)).not.toBeNull()
  })
})

describe('a library whose file is written over while it is open', () => {
  it('says that it is damaged once the file is empty, and takes nothing', async () => {
    const library = await filled(2)
    truncateSync(libraryFiles(folder)[0])
    expect(await codeOf(keep(library, 3))).toBe('library-damaged')
    expect(await codeOf(library.findDeals())).toBe('library-damaged')
    expect(await codeOf(library.ping())).toBe('library-damaged')
  })

  it('acknowledges nothing once other bytes stand at its beginning, whatever SQLite still knows of it', async () => {
    const library = open()
    await keep(library, 1)
    const file = openSync(libraryFiles(folder)[0], 'r+')
    writeSync(file, Buffer.alloc(4096, 'junk'))
    closeSync(file)
    expect(await codeOf(keep(library, 2))).toBe('library-damaged')
  })
})

describe('a library that another program keeps locked', () => {
  it('makes a writer wait, then fail with library-busy, and takes filings once the lock is gone', async () => {
    const library = open()
    const other = new SqliteDatabase(libraryFiles(folder)[0])
    other.exec('begin exclusive')
    expect(await codeOf(keep(library, 1))).toBe('library-busy')
    expect(await codeOf(library.findDeals())).toBe('no fault')
    other.exec('commit')
    expect(await keep(library, 1)).toMatchObject({ status: 'added' })
    other.close()
    expect(logged).toEqual([
      expect.stringMatching(/^library-busy: .*SQLITE_BUSY/),
      'The library takes filings again; library-busy is over.',
    ])
  })

  it('waits for a writer that takes its time', async () => {
    const { database } = openSqlite(folder)
    const other = new SqliteDatabase(libraryFiles(folder)[0])
    other.exec('begin immediate')
    setTimeout(() => other.exec('commit'), 700)
    expect(await inTurn(database, async () => 'written')).toBe('written')
    other.close()
    await database.destroy()
  })
})

describe('a library whose files are gone', () => {
  it.each<[string, () => void]>([
    ['deleted with its folder', () => rmSync(folder, { recursive: true })],
    ['deleted', () => rmSync(libraryFiles(folder)[0])],
    ['without its log', () => rmSync(libraryFiles(folder)[1])],
    ['without the index of its log', () => rmSync(libraryFiles(folder)[2])],
    [
      'replaced by a copy',
      () => {
        const [file] = libraryFiles(folder)
        copyFileSync(file, `${file}.copy`)
        renameSync(`${file}.copy`, file)
      },
    ],
  ])('%s, neither adds nor reads, nor says that a filing is known', async (_, remove) => {
    const library = open()
    const kept = await keep(library, 1)
    remove()
    expect(await codeOf(keep(library, 1))).toBe('library-gone')
    expect(await codeOf(keep(library, 2))).toBe('library-gone')
    expect(await codeOf(library.findSource(kept.sha256))).toBe('library-gone')
    expect(await codeOf(library.ping())).toBe('library-gone')
    expect(logged).toEqual([expect.stringMatching(/^library-gone: /)])
  })

  it('is not made anew by a thread that opens it', async () => {
    const thread = join(import.meta.dirname, 'write-worker.ts')
    const library = open(writerPool(thread, { size: 1 }))
    rmSync(libraryFiles(folder)[0])
    expect(await codeOf(keep(library, 1))).toBe('library-gone')
    expect(existsSync(libraryFiles(folder)[0])).toBe(false)
  }, 60_000)

  it('is not told to have added what was written while its file went away', async () => {
    const library = open((...given) => {
      const writer = writeWith(inventedReader)(...given)
      return {
        ...writer,
        keep: async received => {
          const kept = await writer.keep(received)
          rmSync(libraryFiles(folder)[0])
          return kept
        },
      }
    })
    expect(await codeOf(keep(library, 1))).toBe('library-gone')
  })

  it('works on when its file is put back', async () => {
    const library = await filled(1)
    const [file] = libraryFiles(folder)
    renameSync(file, `${file}.away`)
    expect(await codeOf(library.ping())).toBe('library-gone')
    renameSync(`${file}.away`, file)
    expect(await codeOf(library.ping())).toBe('no fault')
    expect(await keep(library, 2)).toMatchObject({ status: 'added' })
  })
})

describe('a damaged library', () => {
  it('is found when a tenth of its pages are overwritten while it is open, and takes nothing more', async () => {
    const library = await filled(12)
    await library.ping()
    overwritePages()
    await expect.poll(() => codeOf(library.ping()), { timeout: 15_000 }).toBe('library-damaged')
    expect(await codeOf(keep(library, 1000))).toBe('library-damaged')
    expect(await codeOf(library.ping())).toBe('library-damaged')
    expect(logged).toEqual([expect.stringMatching(/^library-damaged: /)])
  }, 25_000)

  it('is found when it is opened', async () => {
    await (await filled(12)).close()
    overwritePages()
    const library = open()
    await expect.poll(() => codeOf(library.ping()), { timeout: 15_000 }).toBe('library-damaged')
  }, 25_000)

  it('never gives bytes of a filing that are not as they were sent', async () => {
    const library = await filled(1)
    const { sha256 } = await keep(library, 0)
    const connection = new SqliteDatabase(libraryFiles(folder)[0])
    const zstd = connection.prepare('select zstd from raw_filing').pluck().get()
    if (!Buffer.isBuffer(zstd)) throw new Error('no bytes')
    zstd.writeUInt8(zstd.readUInt8(zstd.length - 1) ^ 1, zstd.length - 1)
    connection.prepare('update raw_filing set zstd = ?').run(zstd)
    connection.close()
    expect(await codeOf(library.findSource(sha256))).toBe('library-damaged')
  })
})

/** Overwrite every tenth page but the first. */
function overwritePages(): void {
  const [file] = libraryFiles(folder)
  const page = 4096
  const handle = openSync(file, 'r+')
  for (let at = 9 * page; at < statSync(file).size; at += 10 * page)
    writeSync(handle, Buffer.alloc(page, 'spoilt'), 0, page, at)
}
