import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type InventedFiling,
  inventedBytes,
  inventedReader,
  inventedReport,
} from '../testing/invented-reader.ts'
import { isOnPostgres, placeForTests, removePlace } from '../testing/library-place.ts'
import { takeBackTo4 } from '../testing/older-schema.ts'
import { openSqlite } from './engines/sqlite/sqlite.ts'
import type { Library, Reader } from './library.ts'
import type { LibraryPlace } from './library-files.ts'
import { openLibrary } from './open-library.ts'
import { writeWith } from './writer.ts'

let place: LibraryPlace
let library: Library
const open = (read: Reader = inventedReader, readerVersion = '1') =>
  openLibrary({ ...place, writer: writeWith(read), readerVersion })
const keep = (filing: InventedFiling, name = 'filing.txt') => library.keepFiling(inventedBytes(filing), name)
const slugOf = async (filing: InventedFiling) => (await keep(filing)).deal?.slug

beforeEach(async () => {
  place = await placeForTests()
  library = open()
})
afterEach(async () => {
  await library.close()
  await removePlace(place)
})

const fernhill = { trust: 'Fernhill Trust 2003-2', series: '2003-2', depositor: 'Fernhill Acceptance' }

describe('keeping a filing', () => {
  it('waits for what it was told to give way to, each filing anew, and nothing else does', async () => {
    const waits: (() => void)[] = []
    library.giveWay(() => new Promise(resolve => waits.push(resolve)))
    const kept = keep(fernhill)
    await expect.poll(() => waits.length).toBe(1)
    expect((await library.findDeals()).deals).toEqual([])
    waits[0]?.()
    expect(await kept).toMatchObject({ status: 'added' })
    const again = keep(fernhill)
    await expect.poll(() => waits.length).toBe(2)
    waits[1]?.()
    expect(await again).toMatchObject({ status: 'known' })
  })

  it('gives back the bytes, the report and the deal', async () => {
    const kept = await keep({ ...fernhill, signedOn: '2003-01-31', wacPct: 6.884 }, 'C:\\drop\\fernhill.txt')
    expect(kept).toMatchObject({
      status: 'added',
      deal: {
        slug: 'fernhill-trust-2003-2',
        url: '/deals/fernhill-trust-2003-2',
        name: 'Fernhill Trust 2003-2',
      },
      stratifications: 2,
      checks: { passed: 1, failed: 0 },
      problem: null,
    })
    const source = await library.findSource(kept.sha256)
    expect(Buffer.from(source?.bytes ?? [])).toEqual(
      Buffer.from(inventedBytes({ ...fernhill, signedOn: '2003-01-31', wacPct: 6.884 })),
    )
    expect(source).toMatchObject({ name: 'fernhill.txt', encoding: 'utf-8' })
    expect((await library.findReportPart(kept.sha256, { number: 1 }))?.report.file.sha256).toBe(kept.sha256)
    const deal = await library.findDeal('fernhill-trust-2003-2')
    expect(deal?.chosen).toBe(kept.sha256)
    expect(deal?.summary).toMatchObject({
      poolBalanceCents: 10_000_000_00,
      loanCount: 40,
      averageBalanceCents: 250_000_00,
      wacPct: 6.884,
      wacIsNet: false,
      waltvPct: null,
      wamMonths: null,
      bounds: { waltvPct: [0, 80] },
      year: 2003,
      shelf: 'Fernhill Trust',
      largestState: { code: 'CA', pct: 75 },
      states: [{ code: 'CA', pct: 75 }],
      ltv: [{ low: null, high: 80, pct: 100 }],
      rate: null,
    })
  })

  it('keeps every byte, whatever it is', async () => {
    await library.close()
    library = open((bytes, name) => ({ report: inventedReport(fernhill, bytes, name) }))
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 256)
    const { sha256 } = await library.keepFiling(bytes, 'any.txt')
    expect(
      Buffer.from(bytes).equals(Buffer.from((await library.findSource(sha256))?.bytes as Uint8Array)),
    ).toBe(true)
  })

  it('knows the same bytes again, under any name', async () => {
    const first = await keep(fernhill)
    const again = await keep(fernhill, 'other-name.txt')
    expect(again).toEqual({ ...first, status: 'known' })
    expect((await library.findDeals()).count).toBe(1)
    expect((await library.findDeal('fernhill-trust-2003-2'))?.filings).toHaveLength(1)
  })

  it('makes one filing of the same bytes sent many times at once', async () => {
    const other = open()
    const bytes = inventedBytes(fernhill)
    const kept = await Promise.all(
      Array.from({ length: 12 }, (_, turn) => (turn % 2 ? library : other).keepFiling(bytes, `${turn}.txt`)),
    )
    await other.close()
    expect(kept.filter(filing => filing.status === 'added')).toHaveLength(1)
    expect(kept.filter(filing => filing.status === 'known')).toHaveLength(11)
    expect(new Set(kept.map(filing => filing.deal?.url))).toEqual(new Set(['/deals/fernhill-trust-2003-2']))
  })

  it('keeps nothing of a refused file', async () => {
    const kept = await library.keepFiling(new TextEncoder().encode('a shopping list'), 'list.txt')
    expect(kept).toMatchObject({ status: 'refused', deal: null, problem: { code: 'file-is-not-a-filing' } })
    expect(await library.findSource(kept.sha256)).toBeNull()
    expect((await library.findDeals()).count).toBe(0)
  })

  it('is there after closing and opening again', async () => {
    const { sha256 } = await keep(fernhill)
    await library.close()
    library = open()
    expect((await library.findDeal('fernhill-trust-2003-2'))?.chosen).toBe(sha256)
  })
})

describe('deals', () => {
  it('join filings of one trust and series; the fullest and latest is chosen, the address stays', async () => {
    const paper = await keep({ ...fernhill, tables: 0, signedOn: '2003-03-01', remark: 'on paper' })
    const early = await keep({ ...fernhill, signedOn: '2003-01-31' })
    const late = await keep({ ...fernhill, signedOn: '2003-02-28', depositor: 'FERNHILL ACCEPTANCE' })
    const deal = await library.findDeal('fernhill-trust-2003-2')
    expect(deal?.filings.map(filing => filing.sha256)).toEqual([late.sha256, early.sha256, paper.sha256])
    expect(deal?.summary).toMatchObject({ filings: 3, stratifications: 2, signedOn: '2003-02-28' })
    expect((await library.findDeals()).deals).toMatchObject([{ ...deal?.summary }])
  })

  it('count the checks of all their filings, so that none fails unseen', async () => {
    await keep({ ...fernhill, tables: 3 })
    const failing = await keep({ ...fernhill, failing: 2 })
    const deal = await library.findDeal('fernhill-trust-2003-2')
    expect(deal?.chosen).not.toBe(failing.sha256)
    const [one, other] = deal?.filings.map(({ checks }) => checks) ?? []
    expect([one?.failed, other?.failed]).toEqual([0, 2])
    expect(deal?.summary.checks).toEqual({ passed: (one?.passed ?? 0) + (other?.passed ?? 0), failed: 2 })
    expect((await library.findDeals({ only: 'failing' })).deals).toMatchObject([{ ...deal?.summary }])
  })

  it.skipIf(isOnPostgres)('of an older library count them too', async () => {
    await keep({ ...fernhill, tables: 3 })
    await keep({ ...fernhill, failing: 2 })
    const expected = (await library.findDeals()).deals
    await library.close()
    const { connection } = openSqlite(place.folder)
    takeBackTo4(connection)
    connection.exec(`
      alter table report drop column bytes;
      update deal set checks_failed = 0, summary = json_set(summary, '$.checks.failed', 0);
      pragma user_version = 3`)
    connection.close()
    library = open()
    expect((await library.findDeals({ only: 'failing' })).deals).toEqual(expected)
  })

  it('with several filings tell of each its own page', async () => {
    const first = await keep(fernhill)
    expect(first.deal?.url).toBe('/deals/fernhill-trust-2003-2')
    const second = await keep({ ...fernhill, tables: 1 })
    const pageOf = (sha256: string) => `/deals/fernhill-trust-2003-2/filings/${sha256.slice(0, 12)}`
    expect(second.deal?.url).toBe(pageOf(second.sha256))
    expect((await keep(fernhill)).deal?.url).toBe(pageOf(first.sha256))
  })

  it('learn from a later filing what the first did not tell', async () => {
    await keep({ series: '2003-9', depositor: 'Kestrel Funding' })
    await keep({ series: '2003-9', depositor: 'Kestrel Funding', trust: 'Kestrel Trust 2003-9' })
    await keep({ trust: 'Kestrel Trust 2003-9', remark: 'the trust alone' })
    const { deals } = await library.findDeals()
    expect(deals).toHaveLength(1)
    expect(deals[0]).toMatchObject({
      slug: 'kestrel-funding-2003-9',
      name: 'Kestrel Trust 2003-9',
      filings: 3,
    })
  })

  it('get addresses of their own when names collide', async () => {
    expect(await slugOf({ trust: 'Trust 2004-1', depositor: 'Kestrel' })).toBe('trust-2004-1')
    expect(await slugOf({ trust: 'Trust 2004-1', depositor: 'Harrow' })).toBe('trust-2004-1-harrow')
    expect(await slugOf({ trust: 'Trust 2004-1', depositor: 'Harrow', series: 'A' })).toBe(
      'trust-2004-1-harrow',
    )
    expect(await slugOf({ trust: 'Trust 2004-1', depositor: 'Harrow', series: 'B' })).toBe('trust-2004-1-b')
  })

  it('that are not told are one to a filing', async () => {
    const kept = [await keep({ remark: 'one' }), await keep({ remark: 'two' })]
    for (const { deal, sha256 } of kept) expect(deal?.slug).toBe(`filing-${sha256.slice(0, 8)}`)
  })

  it('have another version once a filing joins or is read anew, by any process', async () => {
    const other = open(inventedReader, '2')
    expect(await library.findVersion('fernhill-trust-2003-2')).toBe('')
    const versions: string[] = []
    const see = async () => {
      const seen = await library.findVersion('fernhill-trust-2003-2')
      expect(await other.findVersion('fernhill-trust-2003-2')).toBe(seen)
      versions.push(seen)
    }
    await keep(fernhill)
    await see()
    await other.keepFiling(inventedBytes({ ...fernhill, signedOn: '2003-01-31' }), 'later.txt')
    await see()
    await other.bringUpToDate()
    await see()
    expect(new Set(versions).size).toBe(3)
    await keep({ trust: 'Another Trust 2003-1' })
    expect(await library.findVersion('fernhill-trust-2003-2')).toBe(versions.at(-1))
    await other.close()
  })

  it('are not there under an unknown address', async () => {
    expect(await library.findDeal('nothing-here')).toBeNull()
    expect(await library.findReportPart('0'.repeat(64), { number: 1 })).toBeNull()
    expect(await library.findSource('0'.repeat(64))).toBeNull()
  })
})

describe('findFiling', () => {
  it('finds a filing by the beginning of its hash, and nothing by less than eight digits', async () => {
    const { sha256 } = await keep(fernhill)
    expect(await library.findFiling(sha256.slice(0, 8))).toEqual({ sha256, slug: 'fernhill-trust-2003-2' })
    expect(await library.findFiling(sha256)).toEqual({ sha256, slug: 'fernhill-trust-2003-2' })
    expect(await library.findFiling(sha256.slice(0, 7))).toBeNull()
    expect(await library.findFiling('%%%%%%%%')).toBeNull()
  })
})

describe('another reader', () => {
  const renaming: Reader = async (bytes, name) => {
    const result = await inventedReader(bytes, name)
    if ('refusal' in result) return result
    const [table] = result.report.stratifications
    return { report: { ...result.report, stratifications: table ? [{ ...table, title: 'Read anew' }] : [] } }
  }

  it('reads stored filings again when that is asked for, a deal before all others, and the address stays', async () => {
    const { sha256 } = await keep(fernhill)
    await library.close()
    library = open(renaming, '2')
    expect(await library.findRereading()).toEqual({ left: 1, of: 1 })
    expect((await library.findDeal('fernhill-trust-2003-2'))?.summary.stratifications).toBe(2)
    await library.bringUpToDate('fernhill-trust-2003-2')
    expect(await library.findRereading()).toEqual({ left: 0, of: 1 })
    expect(
      (await library.findReportPart(sha256, { number: 1 }))?.report.stratifications.map(table => table.title),
    ).toEqual(['Read anew'])
    expect((await library.findDeal('fernhill-trust-2003-2'))?.summary.stratifications).toBe(1)
  })

  it('brings lists up to date', async () => {
    await keep(fernhill)
    await library.close()
    library = open(renaming, '2')
    await library.bringUpToDate()
    expect((await library.findDeals()).deals[0]?.stratifications).toBe(1)
  })

  it('reads a filing once, however many ask for it at a time', async () => {
    await keep(fernhill)
    await library.close()
    const read = vi.fn(renaming)
    library = open(read, '2')
    await Promise.all(
      [undefined, 'fernhill-trust-2003-2', undefined].map(slug => library.bringUpToDate(slug)),
    )
    expect(read).toHaveBeenCalledTimes(1)
  })

  it('never loses what was there when it no longer takes a file', async () => {
    const { sha256 } = await keep(fernhill)
    await library.close()
    library = open(() => ({ refusal: { code: 'file-is-not-a-filing', message: 'No.' } }), '3')
    await library.bringUpToDate()
    expect((await library.findReportPart(sha256, { number: 1 }))?.report.stratifications).toHaveLength(2)
  })
})
