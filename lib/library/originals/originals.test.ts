import { hash } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { faultCodeOf } from '../../library-faults.ts'
import { type InventedFiling, inventedBytes, inventedReader } from '../../testing/invented-reader.ts'
import { askPlace, placeForTests, removePlace } from '../../testing/library-place.ts'
import { type StandInStore, standInStore } from '../../testing/stand-in-store.ts'
import type { Library } from '../library.ts'
import type { LibraryPlace } from '../library-files.ts'
import { openLibrary } from '../open-library.ts'
import { writeWith } from '../writer.ts'
import { keyOf } from './originals.ts'

const fernhill: InventedFiling = { trust: 'Fernhill Trust 2003-2', depositor: 'Fernhill' }
const slug = 'fernhill-trust-2003-2'
const bytes = inventedBytes(fernhill)
const sha256 = hash('sha256', bytes, 'hex')
const path = `/filings/strata/${keyOf(sha256)}`

let place: LibraryPlace
let store: StandInStore
let library: Library
const open = (at: LibraryPlace) =>
  openLibrary({ ...at, writer: writeWith(inventedReader), readerVersion: '1' })
const keep = () => library.keepFiling(bytes, 'filing.txt')
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (fault: unknown) => faultCodeOf(fault),
  )
const loose = async () => (await askPlace(place, 'select sha256 from loose_original')).rows.length

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  place = await placeForTests()
  store = await standInStore()
  library = open({ ...place, store: store.settings })
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  await library.close()
  await store.stop()
  await removePlace(place)
})

describe('an original in a store', () => {
  it('is there, packed, under its SHA-256 before the filing is acknowledged, and not in the database', async () => {
    expect(await keep()).toMatchObject({ status: 'added', sha256 })
    expect(zstdDecompressSync(store.objects.get(path) ?? Buffer.alloc(0))).toEqual(Buffer.from(bytes))
    const { rows } = await askPlace(place, 'select length(zstd) as packed, bytes from raw_filing')
    expect(rows.map(row => [Number(row.packed), Number(row.bytes)])).toEqual([[0, bytes.length]])
    expect(Buffer.from((await library.findSource(sha256))?.bytes ?? [])).toEqual(Buffer.from(bytes))
    expect(await loose()).toBe(0)
    await library.ping()
  })

  it('is not acknowledged where the store is away, refuses or is silent, and everything goes on once it is back', async () => {
    store.ill = { status: 503, code: 'SlowDown' }
    expect(await codeOf(keep())).toBe('originals-unreachable')
    expect(store.asked.filter(asked => asked.startsWith('PUT'))).toHaveLength(2)
    store.ill = { status: 403, code: 'AccessDenied' }
    expect(await codeOf(keep())).toBe('originals-refused')
    store.ill = { status: 507, code: 'XMinioStorageFull' }
    expect(await codeOf(keep())).toBe('originals-refused')
    store.ill = null
    await store.stop()
    expect(await codeOf(keep())).toBe('originals-unreachable')
    expect(await codeOf(library.ping())).toBe('originals-unreachable')
    expect((await library.findDeals()).count).toBe(0)
    await store.start()
    expect(await keep()).toMatchObject({ status: 'added' })
    await new Promise(resolve => setTimeout(resolve, 1100))
    await library.ping()
  })

  it.each([
    ['lost', () => store.objects.delete(path)],
    ['another file', () => store.objects.set(path, Buffer.from(store.objects.get(path) ?? []).fill(0, 20))],
    ['a longer file', () => store.objects.set(path, zstdCompressSync(Buffer.concat([bytes, bytes])))],
  ])(
    'is told to be lost where it is %s, while the deal is still shown, and comes back with the file',
    async (_, spoil) => {
      await keep()
      spoil()
      expect(await codeOf(library.findSource(sha256))).toBe('original-is-lost')
      expect(await library.findDeal(slug)).not.toBeNull()
      store.objects.delete(path)
      expect(await keep()).toMatchObject({ status: 'known' })
      expect(Buffer.from((await library.findSource(sha256))?.bytes ?? [])).toEqual(Buffer.from(bytes))
    },
  )

  it('is taken out an hour after its filing was removed for good, and not before', async () => {
    await keep()
    await library.changeDeals({ what: 'delete', slugs: [slug] })
    await library.emptyBin()
    expect(store.objects.has(path)).toBe(true)
    await library.changeDeals({ what: 'erase', slugs: [slug] })
    await library.emptyBin()
    expect([store.objects.has(path), await loose()]).toEqual([true, 1])
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_700_000 })
    // The clock of signatures is the same, so the store's is too.
    await library.emptyBin()
    expect([store.objects.has(path), await loose()]).toEqual([false, 0])
  })

  it('stays where the same file is uploaded again meanwhile', async () => {
    await keep()
    await library.changeDeals({ what: 'delete', slugs: [slug] })
    await library.changeDeals({ what: 'erase', slugs: [slug] })
    await keep()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_700_000 })
    await library.emptyBin()
    expect(store.objects.has(path)).toBe(true)
    expect(await library.findSource(sha256)).not.toBeNull()
  })

  it('that was put there for a filing that was never written is taken out', async () => {
    await keep()
    await askPlace(
      place,
      `insert into loose_original values ('${'0'.repeat(64)}', '2003-01-01T00:00:00.000Z')`,
    )
    store.objects.set(`/filings/strata/${keyOf('0'.repeat(64))}`, Buffer.from('half'))
    await library.emptyBin()
    expect([...store.objects.keys()].filter(key => key.endsWith('.zst'))).toEqual([path])
  })

  it('stays in the database where it was kept before there was a store', async () => {
    await library.close()
    library = open(place)
    await keep()
    await library.close()
    library = open({ ...place, store: store.settings })
    expect(await library.findSource(sha256)).not.toBeNull()
    expect(store.objects.size).toBe(0)
  })

  it('is told to have no store where none is named any more', async () => {
    await keep()
    await library.close()
    library = open(place)
    expect(await codeOf(library.findSource(sha256))).toBe('originals-have-no-store')
  })

  it('is refused with another secret, in another region and of a bucket that is not there', async () => {
    for (const other of [
      { secret: 'guessed' },
      { region: 'elsewhere' },
      { bucket: 'other' },
      { keyId: 'NOBODY' },
    ]) {
      const wrong = open({ ...place, store: { ...store.settings, ...other } })
      expect(await codeOf(wrong.keepFiling(bytes, 'filing.txt'))).toBe('originals-refused')
      expect(await codeOf(wrong.ping())).toBe('originals-refused')
      await wrong.close()
    }
    expect(store.objects.size).toBe(0)
  })
})
