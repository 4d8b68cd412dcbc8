import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type InventedFiling, inventedBytes, inventedReader } from '../testing/invented-reader.ts'
import { askPlace, isOnPostgres, placeForTests, removePlace } from '../testing/library-place.ts'
import type { DealChange } from './deal-changes.ts'
import type { Library } from './library.ts'
import type { LibraryPlace } from './library-files.ts'
import { openLibrary } from './open-library.ts'
import { writeWith } from './writer.ts'

const fernhill: InventedFiling = { trust: 'Fernhill Trust 2003-2', depositor: 'Fernhill' }
const later: InventedFiling = { ...fernhill, signedOn: '2003-05-01', tables: 1 }
const alder: InventedFiling = { trust: 'Alder Trust 2004-1' }
const slug = 'fernhill-trust-2003-2'

let place: LibraryPlace
let library: Library
const open = () => openLibrary({ ...place, writer: writeWith(inventedReader), readerVersion: '1' })
const keep = (filing: InventedFiling) => library.keepFiling(inventedBytes(filing), 'filing.txt')
const listed = async (q?: string) => (await library.findDeals({ q })).deals.map(deal => deal.slug)
const inBin = async () => (await library.listBin()).map(deal => deal.slug)

beforeEach(async () => {
  place = await placeForTests()
  library = open()
})
afterEach(async () => {
  vi.useRealTimers()
  await library.close()
  await removePlace(place)
})

/** How many rows of the database's tables say anything of filings and deals. */
async function rowsLeft(): Promise<Record<string, number>> {
  const tables = {
    deal: 'deal',
    filing: 'filing',
    raw_filing: 'raw_filing',
    report: 'report',
    bucket: 'bucket',
    words: isOnPostgres ? 'deal_words' : 'deal_search',
    figures_of_filing: 'figures_of_filing',
    figures: isOnPostgres ? 'printed_figures' : 'figure_search',
    tag: 'tag',
    note: 'note',
  }
  const counts: [string, number][] = []
  for (const [name, table] of Object.entries(tables)) {
    const { rows } = await askPlace(place, `select count(*) as rows from ${table}`)
    counts.push([name, Number(rows[0]?.rows)])
  }
  return Object.fromEntries(counts)
}

describe('a deleted deal', () => {
  it('is in no list, no search and no total, and its pages and bytes are gone from sight', async () => {
    const { sha256 } = await keep(fernhill)
    await keep(alder)
    await library.findLines(sha256, { from: 1, to: 1 })
    const { deals, deletedAt } = await library.changeDeals({ what: 'delete', slugs: [slug] })
    expect(deals).toEqual([{ slug, url: `/deals/${slug}`, name: 'Fernhill Trust 2003-2' }])
    expect(await listed()).toEqual(['alder-trust-2004-1'])
    expect(await listed('fernhill')).toEqual([])
    expect((await library.findDeals()).totals).toMatchObject({ deals: 1, loanCount: 40 })
    expect(await library.findDeal(slug)).toBeNull()
    expect(await library.findFiles(slug)).toBeNull()
    expect(await library.findSource(sha256)).toBeNull()
    expect(await library.findLines(sha256, { from: 1, to: 1 })).toBeNull()
    expect(await library.findFiling(sha256.slice(0, 8))).toBeNull()
    expect(await library.listBin()).toMatchObject([{ slug, filings: 1, isWhole: true, deletedAt }])
  })

  it('is none where a deal that is named with it is unknown, and nothing is half done', async () => {
    const { sha256 } = await keep(fernhill)
    const slugs = [slug, 'no-such-deal', 'nor-this']
    const refused = { code: 'deal-is-unknown', detail: 'no-such-deal, nor-this' }
    expect(await library.changeDeals({ what: 'delete', slugs })).toMatchObject({ deals: [], refused })
    expect([await listed(), await library.listBin()]).toEqual([[slug], []])
    expect(await library.changeDeals({ what: 'restore', slugs })).toMatchObject({ refused })
    expect(await library.changeDeals({ what: 'restore', slugs: [slug] })).toMatchObject({ refused: null })
    const toErase = await library.changeDeals({ what: 'erase', slugs: [slug] })
    expect(toErase).toMatchObject({ refused: { code: 'deal-is-unknown', detail: slug } })
    const unknown = await library.changeDeals({ what: 'delete-filing', sha256: '0'.repeat(64) })
    expect(unknown).toMatchObject({ refused: { code: 'filing-is-unknown' } })
    await library.changeDeals({ what: 'delete-filing', sha256 })
    const again: DealChange[] = [
      { what: 'delete-filing', sha256 },
      { what: 'delete', slugs: [slug] },
    ]
    for (const change of again)
      expect(await library.changeDeals(change)).toMatchObject({ deals: [], refused: null })
    const half = await library.changeDeals({ what: 'erase', slugs })
    expect([half, await inBin()]).toMatchObject([{ refused }, [slug]])
  })

  it('changes what its pages are drawn from, and is no unknown deal', async () => {
    await keep(fernhill)
    const before = await library.findVersion(slug)
    await library.changeDeals({ what: 'delete', slugs: [slug] })
    const deleted = await library.findVersion(slug)
    expect(new Set([before, deleted, await library.findVersion('no-such-deal')]).size).toBe(3)
    await library.changeDeals({ what: 'restore', slugs: [slug] })
    expect(await library.findVersion(slug)).toBe(before)
  })

  it('comes back as it was', async () => {
    await keep(fernhill)
    await keep(later)
    const before = await library.findDeal(slug)
    await library.changeDeals({ what: 'delete', slugs: [slug] })
    const { deals } = await library.changeDeals({ what: 'restore', slugs: [slug] })
    expect(deals).toMatchObject([{ slug }])
    expect(await library.findDeal(slug)).toEqual(before)
    expect(await listed('fernhill')).toEqual([slug])
    expect(await inBin()).toEqual([])
  })

  it('comes back as added, at its address, with the bytes that are uploaded again', async () => {
    const { sha256 } = await keep(fernhill)
    await keep(later)
    await library.changeDeals({ what: 'delete', slugs: [slug] })
    expect(await keep(fernhill)).toMatchObject({ status: 'added', sha256, deal: { slug } })
    expect((await library.findDeal(slug))?.filings).toMatchObject([{ sha256 }])
    expect(await library.listBin()).toMatchObject([{ slug, filings: 1, isWhole: false }])
    expect(await keep(fernhill)).toMatchObject({ status: 'known' })
  })

  it('takes a new filing of its own at its old address, the others still in the bin', async () => {
    await keep(fernhill)
    await library.changeDeals({ what: 'delete', slugs: [slug] })
    expect(await keep(later)).toMatchObject({ status: 'added', deal: { slug } })
    expect((await library.findDeal(slug))?.filings).toHaveLength(1)
    await library.changeDeals({ what: 'restore', slugs: [slug] })
    expect((await library.findDeal(slug))?.filings).toHaveLength(2)
  })

  it('is still in the bin of a library that is opened again, and for another connection', async () => {
    await keep(fernhill)
    const other = open()
    await library.changeDeals({ what: 'delete', slugs: [slug] })
    expect(await other.findDeal(slug)).toBeNull()
    await other.changeDeals({ what: 'restore', slugs: [slug] })
    expect(await listed()).toEqual([slug])
    await other.changeDeals({ what: 'delete', slugs: [slug] })
    await other.close()
    await library.close()
    library = open()
    expect(await inBin()).toEqual([slug])
  })
})

describe('emptying the bin', () => {
  it('leaves nothing of what was in it, and what is kept', async () => {
    await keep(fernhill)
    await keep(later)
    await keep(alder)
    const all = await rowsLeft()
    await library.changeDeals({ what: 'delete', slugs: [slug] })
    const { deals } = await library.changeDeals({ what: 'erase', slugs: [slug] })
    expect(deals).toMatchObject([{ slug }])
    expect(await rowsLeft()).toMatchObject({ deal: 1, filing: 1, raw_filing: 1, words: 1 })
    expect(await listed()).toEqual(['alder-trust-2004-1'])
    expect(await library.findVersion(slug)).toBe('')
    await keep(fernhill)
    await keep(later)
    expect(await rowsLeft()).toEqual(all)
  })

  it('is done in time, not before', async () => {
    await keep(fernhill)
    await keep(alder)
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T12:00:00Z') })
    await library.changeDeals({ what: 'delete', slugs: [slug] })
    vi.setSystemTime(new Date('2026-01-20T12:00:00Z'))
    await library.changeDeals({ what: 'delete', slugs: ['alder-trust-2004-1'] })
    expect((await library.findInBin(slug))?.erasedOn).toBe('2026-01-31T12:00:00.000Z')
    vi.setSystemTime(new Date('2026-01-31T11:59:00Z'))
    await library.emptyBin()
    expect(await inBin()).toEqual(['alder-trust-2004-1', slug])
    vi.setSystemTime(new Date('2026-01-31T12:01:00Z'))
    await library.emptyBin()
    expect(await inBin()).toEqual(['alder-trust-2004-1'])
  })
})
