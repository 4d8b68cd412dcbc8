import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inventedReader } from '../testing/invented-reader.ts'
import { placeForTests, removePlace } from '../testing/library-place.ts'
import type { Library } from './library.ts'
import type { LibraryPlace } from './library-files.ts'
import { openLibrary } from './open-library.ts'
import { writeWith } from './writer.ts'

let place: LibraryPlace
let library: Library
const open = () => openLibrary({ ...place, writer: writeWith(inventedReader), readerVersion: '1' })

beforeEach(async () => {
  place = await placeForTests()
  library = open()
})
afterEach(async () => {
  vi.useRealTimers()
  await library.close()
  await removePlace(place)
})

const link = { address: '/deals/a', name: 'A', madeBy: 'ada', expiresAt: null, tokenHash: 'h1' }

it('finds a link by the hash of its token until it expires or is withdrawn, in any process', async () => {
  const before = await library.findRevision()
  const made = await library.access.makeLink(link)
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  const brief = await library.access.makeLink({ ...link, tokenHash: 'h2', address: '/', expiresAt })
  const other = open()
  expect(await other.access.findLink('h1')).toEqual({ id: made.id, address: '/deals/a' })
  expect(await other.access.findLink('h2')).toEqual({ id: brief.id, address: '/' })
  expect(await other.access.findLink('h3')).toBeNull()
  vi.useFakeTimers({ now: Date.parse(expiresAt), toFake: ['Date'] })
  expect(await other.access.findLink('h2')).toBeNull()
  expect(await library.access.withdrawLink(made.id, 'bo')).toMatchObject({
    withdrawnBy: 'bo',
    address: '/deals/a',
  })
  expect(await other.access.findLink('h1')).toBeNull()
  expect(await library.access.withdrawLink(made.id, 'cy')).toBeNull()
  expect((await other.access.listLinks('/deals/a')).map(({ withdrawnBy }) => withdrawnBy)).toEqual(['bo'])
  expect(await other.access.listLinks(null)).toHaveLength(2)
  expect(await library.findRevision()).toBe(before)
  await other.close()
})

it('lists what people did, the latest first and a page at a time, for four hundred days', async () => {
  const note = (detail: string) =>
    library.access.noteAct({ who: 'ada', client: '192.0.2.1', what: 'uploaded', detail })
  vi.useFakeTimers({ now: Date.parse('2030-01-01T00:00:00Z'), toFake: ['Date'] })
  await note('1')
  vi.setSystemTime(Date.parse('2030-12-01T00:00:00Z'))
  await note('2')
  vi.setSystemTime(Date.parse('2030-12-01T00:00:01Z'))
  await note('3')
  const [latest, ...more] = await library.access.listActs(2)
  expect(latest).toMatchObject({ at: '2030-12-01T00:00:01.000Z', who: 'ada', what: 'uploaded', detail: '3' })
  expect(more.map(({ detail }) => detail)).toEqual(['2'])
  expect((await library.access.listActs(9, more[0]?.id)).map(({ detail }) => detail)).toEqual(['1'])
  // Who opens a library looks for what is too old with the first act.
  vi.setSystemTime(Date.parse('2031-03-01T00:00:00Z'))
  await library.close()
  library = open()
  await note('4')
  expect((await library.access.listActs(9)).map(({ detail }) => detail)).toEqual(['4', '3', '2'])
})

it('ends the sessions of somebody from an instant on, in any process, and of nobody else', async () => {
  const other = open()
  expect(await other.access.findSessionsEnd('ada')).toBeNull()
  const first = await library.access.endSessions('ada')
  expect(await other.access.findSessionsEnd('ada')).toBe(first)
  expect(await other.access.findSessionsEnd('bo')).toBeNull()
  vi.useFakeTimers({ now: Date.parse('2090-01-01T00:00:00Z'), toFake: ['Date'] })
  expect(await library.access.endSessions('ada')).toBe('2090-01-01T00:00:00.000Z')
  expect(await other.access.findSessionsEnd('ada')).toBe('2090-01-01T00:00:00.000Z')
  await other.close()
})
