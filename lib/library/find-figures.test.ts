import { afterAll, beforeAll, expect, it } from 'vitest'
import { inventedBytes, inventedReader } from '../testing/invented-reader.ts'
import { placeForTests, removePlace } from '../testing/library-place.ts'
import { openCursor } from './cursor.ts'
import { nameFiguresList } from './found-figures.ts'
import type { Library } from './library.ts'
import { openLibrary } from './open-library.ts'
import { writeWith } from './writer.ts'

const place = await placeForTests()
let library: Library
let sha256 = ''
const remark = 'Prospectus: total of 553 loans with $225,132,418.36 at 7.704%'

beforeAll(async () => {
  library = openLibrary({ ...place, writer: writeWith(inventedReader), readerVersion: '1' })
  const kept = await library.keepFiling(
    inventedBytes({ trust: 'Cobble Hill Trust 2002-12', remark }),
    'a.txt',
  )
  sha256 = kept.sha256
  const other = { trust: 'Alder Trust 2553-1', remark: 'Prospectus at 7.7040' }
  await library.keepFiling(inventedBytes(other), 'b.txt')
})
afterAll(async () => {
  await library.close()
  await removePlace(place)
})
const names = async (q: string) => (await library.findDeals({ q })).deals.map(({ name }) => name)

it('finds the deals that print a figure, however it is typed', async () => {
  for (const typed of [
    '225,132,418.36',
    '$225132418.36',
    '225,132,418',
    '225132418',
    '7.704',
    '7.704%',
    '553',
  ])
    expect(await names(typed), typed).toEqual(['Cobble Hill Trust 2002-12'])
  for (const typed of ['132,418.36', '225,132,418.3', '225,132'])
    expect(await names(typed), typed).toEqual([])
  expect((await library.findDeals({ q: '7.704' })).totals.deals).toBe(1)
})

it('takes a whole number for a word while a deal is found by it', async () => {
  expect(await names('2553')).toEqual(['Alder Trust 2553-1'])
  expect((await library.findFigures('2553')).figure).toBeNull()
  expect((await library.findFigures('Cobble')).count).toBe(0)
})

it('gives the place, its address and the words around it', async () => {
  const { figure, count, filings } = await library.findFigures('225,132,418.36')
  expect([figure, count]).toEqual(['225132418.36', 1])
  const [filing] = filings
  expect(filing).toMatchObject({ deal: { slug: 'cobble-hill-trust-2002-12' }, sha256 })
  const [place] = filing?.places ?? []
  const text = new TextDecoder().decode(inventedBytes({ trust: 'Cobble Hill Trust 2002-12', remark }))
  const start = text.indexOf('225,132') + 1
  const at = `1:${start}-${start + 14}`
  expect(place).toEqual({
    at: { line: 1, start, end: start + 14 },
    url: `/deals/cobble-hill-trust-2002-12/source?filing=${sha256.slice(0, 12)}&at=${at}#L1`,
    printed: '225,132,418.36',
    before: expect.stringMatching(/total of 553 loans with \$$/),
    after: ' at 7.704%"}',
  })
})

it('forgets what is deleted, and finds it again when it is back', async () => {
  const slugs = ['cobble-hill-trust-2002-12']
  await library.changeDeals({ what: 'delete', slugs })
  expect(await names('7.704')).toEqual([])
  expect((await library.findFigures('7.704')).count).toBe(0)
  await library.changeDeals({ what: 'restore', slugs })
  expect(await names('7.704')).toHaveLength(1)
})

it('gives cursors that are of the pages of one figure alone', async () => {
  for (const trust of ['Birch Trust 2001-1', 'Cedar Trust 2001-2'])
    await library.keepFiling(inventedBytes({ trust, remark: 'Worth 31.25% and 62.5%' }), 'c.txt')
  const first = await library.findFigures('31.25', { limit: 1 })
  const second = await library.findFigures('31.25', { limit: 1, cursor: first.next ?? '' })
  const slugs = [...first.filings, ...second.filings].map(({ deal }) => deal.slug)
  expect(slugs.toSorted()).toEqual(['birch-trust-2001-1', 'cedar-trust-2001-2'])
  expect(openCursor(first.next ?? '', nameFiguresList('31.25'))).not.toBeNull()
  expect(openCursor(first.next ?? '', nameFiguresList('62.5'))).toBeNull()
})
