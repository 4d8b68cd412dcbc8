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
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyCopy } from '../library/engines/sqlite/verify-copy.ts'
import { libraryFiles } from '../library/library-files.ts'
import {
  dealNamesIn,
  fillInvented,
  keepInvented,
  openInvented,
  runKeeping,
  spoilLibrary,
  startKeeping,
} from '../testing/keeping-by-command.ts'

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
const seen = (folder: string) => readdirSync(folder).filter(name => !name.startsWith('.'))
const hidden = (folder: string) => readdirSync(folder).filter(name => name.startsWith('.'))

describe('npm run backup', () => {
  it('copies all that is there into one file, which restores to the same library', async () => {
    await fillInvented(data, 5)
    const library = openInvented(data)
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
    expect(await dealNamesIn(other)).toEqual(await dealNamesIn(data))
    const again = openInvented(other)
    expect(await again.listBin()).toMatchObject([{ slug: 'copperfield-trust-4', isWhole: true }])
    await again.close()
  })

  it('names the file by the time in a folder, and says in words what is there', async () => {
    await fillInvented(data, 1)
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
    const library = openInvented(busy)
    const child = start('backup', [path.join(shelf, 'busy.sqlite')], busy)
    const ended = once(child, 'exit')
    let added = 0
    let isOver = false
    void ended.then(() => {
      isOver = true
    })
    while (!isOver) {
      await keepInvented(library, 1000 + added++)
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
    await fillInvented(data, 3)
    spoilLibrary(libraryFiles(data)[0], 'update raw_filing set bytes = bytes + 1 where rowid = 2')
    const { out, err, code } = await run('backup', ['--json', shelf])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'source-is-damaged' } })
    expect(err).toMatch(/not the bytes that were kept/)
    expect(readdirSync(shelf)).toEqual([])
  })

  it('leaves a file that is there as it is, unless it may be replaced', async () => {
    await fillInvented(data, 1)
    const file = path.join(shelf, 'taken.sqlite')
    writeFileSync(file, 'mine')
    const refused = await run('backup', ['--json', file])
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, { error: { code: 'target-exists' } }])
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect((await run('backup', ['--replace', file])).code).toBe(0)
    expect((await verifyCopy(file, () => undefined)).rows.filing).toBe(1)
  })

  it('ends with 2 and one sentence when it cannot begin as it was given', async () => {
    await fillInvented(data, 1)
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
    await fillInvented(data, 1)
    chmodSync(shelf, 0o500)
    const { err, code } = await run('backup', [shelf])
    chmodSync(shelf, 0o700)
    expect([code, err]).toEqual([1, expect.stringMatching(/^Nothing can be written in /)])
  })

  it.skipIf(process.getuid?.() === 0)(
    'copies a library at rest from where nothing can be written',
    async () => {
      await fillInvented(data, 2)
      for (const left of libraryFiles(data).slice(1)) rmSync(left, { force: true })
      chmodSync(data, 0o500)
      const { code } = await run('backup', ['--json', path.join(shelf, 'b.sqlite')])
      chmodSync(data, 0o700)
      expect(code).toBe(0)
      expect((await verifyCopy(path.join(shelf, 'b.sqlite'), () => undefined)).rows.filing).toBe(2)
    },
  )
})
