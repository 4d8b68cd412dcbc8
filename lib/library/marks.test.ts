import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type InventedFiling, inventedBytes, inventedReader } from '../testing/invented-reader.ts'
import { isOnPostgres, placeForTests, removePlace } from '../testing/library-place.ts'
import { takeBackTo4 } from '../testing/older-schema.ts'
import { openSqlite } from './engines/sqlite/sqlite.ts'
import type { Library } from './library.ts'
import type { LibraryPlace } from './library-files.ts'
import { openLibrary } from './open-library.ts'
import { writeWith } from './writer.ts'

const fernhill: InventedFiling = { trust: 'Fernhill Trust 2003-2', depositor: 'Fernhill' }
const slug = 'fernhill-trust-2003-2'
const alder = 'alder-trust-2004-1'

let place: LibraryPlace
let library: Library
const open = (readerVersion = '1') =>
  openLibrary({ ...place, writer: writeWith(inventedReader), readerVersion })
const listed = async (q: string) => (await library.findDeals({ q })).deals.map(deal => deal.slug)

beforeEach(async () => {
  place = await placeForTests()
  library = open()
  await library.keepFiling(inventedBytes(fernhill), 'fernhill.txt')
  await library.keepFiling(inventedBytes({ trust: 'Alder Trust 2004-1' }), 'alder.txt')
})
afterEach(async () => {
  await library.close()
  await removePlace(place)
})

describe('a renamed deal', () => {
  it('keeps its address and is found by all names that it had', async () => {
    await library.changeDeals({ what: 'rename', slug, name: 'Blue pool' })
    await library.changeDeals({ what: 'rename', slug, name: 'Quarry pool' })
    const { deals } = await library.changeDeals({ what: 'rename', slug, name: 'Heather pool' })
    expect(deals).toEqual([{ slug, url: `/deals/${slug}`, name: 'Heather pool' }])
    expect((await library.findDeal(slug))?.summary).toMatchObject({
      name: 'Heather pool',
      filedName: 'Fernhill Trust 2003-2',
    })
    for (const name of ['heather', 'quarry', 'blue', 'fernhill']) expect(await listed(name)).toEqual([slug])
    const sorted = await library.findDeals({ sort: 'name' })
    expect(sorted.deals.map(deal => deal.name)).toEqual(['Alder Trust 2004-1', 'Heather pool'])
  })

  it('keeps its name when a filing joins, is read again, or is deleted and brought back', async () => {
    await library.changeDeals({ what: 'rename', slug, name: 'Heather pool' })
    await library.keepFiling(inventedBytes({ ...fernhill, tables: 1 }), 'later.txt')
    await library.changeDeals({ what: 'delete', slugs: [slug] })
    expect(await library.findInBin(slug)).toMatchObject({ name: 'Heather pool' })
    await library.changeDeals({ what: 'restore', slugs: [slug] })
    await library.close()
    library = open('2')
    await library.bringUpToDate()
    expect((await library.findDeal(slug))?.name).toBe('Heather pool')
    await library.changeDeals({ what: 'rename', slug, name: null })
    expect((await library.findDeal(slug))?.summary).toMatchObject({
      name: 'Fernhill Trust 2003-2',
      filedName: null,
    })
  })
})

describe('tags', () => {
  const tagsOf = async (one: string) => (await library.findDeal(one))?.summary.tags

  it('narrow the library, and are counted', async () => {
    await library.changeDeals({ what: 'tag', slugs: [slug, alder], tags: ['Watch list'], how: 'add' })
    await library.changeDeals({ what: 'tag', slugs: [slug], tags: ['ARM', 'watch-list'], how: 'add' })
    expect(await tagsOf(slug)).toEqual(['ARM', 'Watch list'])
    const { facets } = await library.findDeals()
    expect(facets.tags).toMatchObject([
      { tag: 'ARM', deals: 1 },
      { tag: 'Watch list', deals: 2 },
    ])
    const narrowed = await library.findDeals({ tag: 'watch list', sort: 'name' })
    expect(narrowed.deals.map(deal => deal.slug)).toEqual([alder, slug])
    expect(narrowed.count).toBe(2)
    expect(await listed('arm')).toEqual([slug])
  })

  it('are taken away, and given in place of others', async () => {
    await library.changeDeals({ what: 'tag', slugs: [slug, alder], tags: ['a', 'b'], how: 'add' })
    await library.changeDeals({ what: 'tag', slugs: [alder], tags: ['A'], how: 'remove' })
    await library.changeDeals({ what: 'tag', slugs: [slug], tags: ['c', '–'], how: 'set' })
    expect([await tagsOf(slug), await tagsOf(alder)]).toEqual([['c'], ['b']])
    await library.changeDeals({ what: 'tag', slugs: [slug], tags: [], how: 'set' })
    expect(await tagsOf(slug)).toEqual([])
  })

  it('are twenty at most: what would give a deal more is refused for all of them', async () => {
    const tags = Array.from({ length: 20 }, (_, index) => `tag ${index}`)
    const give = (slugs: string[], tags: string[]) =>
      library.changeDeals({ what: 'tag', slugs, tags, how: 'add' })
    expect(await give([alder], tags)).toMatchObject({ deals: [{ slug: alder }], refused: null })
    expect(await give([slug, alder], ['TAG 1', 'another'])).toEqual({
      deals: [],
      deletedAt: null,
      refused: { code: 'tags-are-too-many', detail: alder },
    })
    expect([await tagsOf(slug), await tagsOf(alder)]).toEqual([[], expect.objectContaining({ length: 20 })])
  })

  it('are given to none where one of the deals is unknown', async () => {
    const slugs = [slug, 'nothing', 'none']
    const { deals, refused } = await library.changeDeals({ what: 'tag', slugs, tags: ['a'], how: 'add' })
    expect([deals, refused]).toEqual([[], { code: 'deal-is-unknown', detail: 'nothing, none' }])
    expect(await tagsOf(slug)).toEqual([])
  })
})

describe('notes', () => {
  const note = { text: 'Look again', filing: null, at: null, says: null }
  const notes = async () => (await library.findDeal(slug))?.notes ?? []

  it('are on a deal or on a place of a filing, found by their words, and edited', async () => {
    const { filings } = (await library.findDeal(slug)) ?? { filings: [] }
    const place = { filing: filings[0]?.sha256 ?? '', at: '1:1-2', says: 'Line 1' }
    await library.changeDeals({ what: 'note', slug, note })
    await library.changeDeals({ what: 'note', slug, note: { text: 'Odd figure', ...place } })
    const [first, second] = await notes()
    expect([first, second]).toMatchObject([note, { text: 'Odd figure', ...place }])
    expect(await listed('odd')).toEqual([slug])
    await library.changeDeals({ what: 'edit-note', slug, id: second?.id ?? 0, text: 'Plain figure' })
    await library.changeDeals({ what: 'edit-note', slug, id: first?.id ?? 0, text: '' })
    expect(await notes()).toMatchObject([{ text: 'Plain figure' }])
    expect(await listed('odd')).toEqual([])
  })

  it('of another deal are not touched', async () => {
    await library.changeDeals({ what: 'note', slug, note })
    const { filings } = (await library.findDeal(slug)) ?? { filings: [] }
    const place = { filing: filings[0]?.sha256 ?? '', at: '1:1-2', says: 'Line 1' }
    await library.changeDeals({ what: 'note', slug, note: { ...note, ...place } })
    const [own] = await notes()
    expect((await library.findDeal(alder))?.notes).toEqual([])
    await library.changeDeals({ what: 'edit-note', slug: alder, id: own?.id ?? 0, text: '' })
    expect(await notes()).toHaveLength(2)
  })

  it('go with the deal for good', async () => {
    await library.changeDeals({ what: 'note', slug, note })
    await library.changeDeals({ what: 'delete', slugs: [slug] })
    await library.changeDeals({ what: 'erase', slugs: [slug] })
    await library.keepFiling(inventedBytes(fernhill), 'fernhill.txt')
    expect(await notes()).toEqual([])
  })
})

it('every change is another version of the pages, and a deal that is not shown is not changed', async () => {
  const versions = [await library.findVersion(slug)]
  const note = { text: 'Look again', filing: null, at: null, says: null }
  await library.changeDeals({ what: 'rename', slug, name: 'Heather pool' })
  versions.push(await library.findVersion(slug))
  await library.changeDeals({ what: 'tag', slugs: [slug], tags: ['a'], how: 'add' })
  versions.push(await library.findVersion(slug))
  await library.changeDeals({ what: 'note', slug, note })
  versions.push(await library.findVersion(slug))
  expect(new Set(versions).size).toBe(4)
  await library.changeDeals({ what: 'delete', slugs: [slug] })
  expect(await library.changeDeals({ what: 'rename', slug, name: 'Other' })).toMatchObject({
    deals: [],
    refused: { code: 'deal-is-unknown', detail: slug },
  })
})

it.skipIf(isOnPostgres)('a library from before there were any has them', async () => {
  await library.close()
  const { connection } = openSqlite(place.folder)
  takeBackTo4(connection)
  connection.close()
  library = open()
  expect((await library.findDeals({ q: 'fernhill' })).deals).toMatchObject([{ filedName: null, tags: [] }])
  await library.changeDeals({ what: 'tag', slugs: [slug], tags: ['a'], how: 'add' })
  expect((await library.findDeals({ tag: 'a' })).count).toBe(1)
})
