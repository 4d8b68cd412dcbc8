import { expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'
import { placeForTests, removePlace } from '../testing/library-place.ts'
import { whyRead } from './find-why.ts'
import type { Library } from './library.ts'
import { lookIntoLibrary, openLibrary } from './open-library.ts'
import { writeWith } from './writer.ts'

const table = (name: string) => [
  `${name} of the Mortgage Loans`,
  '',
  `${name}          Loans       Balance`,
  'Row one               1    100,000.00',
  'Row two               2    200,000.00',
  'Total                 3    300,000.00',
  '',
  '',
]
const text = [...table('Purpose'), ...table('Occupancy')].join('\n')
const occupancy = { line: 9, start: 1, end: 38, lastLine: 14 }

test('tells how the table at a place was read, and of no other', () => {
  const { tables } = whyRead(new TextEncoder().encode(text), occupancy)
  expect(tables?.map(({ id, title }) => [id, title])).toEqual([
    ['occupancy', 'Occupancy of the Mortgage Loans'],
  ])
})

test('tells nothing where no table is', () =>
  expect(whyRead(new TextEncoder().encode(text), { line: 2, start: 1, end: 2 })).toEqual({ tables: [] }))

test('reads again only what is short: much less where a page waits for it', async () => {
  const place = await placeForTests()
  const library = openLibrary({ ...place, writer: writeWith(readFiling), readerVersion: '1' })
  const ids: string[] = []
  for (const bytes of [1_000, 500_000, 2_100_000])
    ids.push((await library.keepFiling(new TextEncoder().encode(text.padEnd(bytes)), `${bytes}.txt`)).sha256)
  const beside = lookIntoLibrary({ ...place, readerVersion: '1', hear: () => undefined })
  const toldBy = (one: Library) =>
    Promise.all(ids.map(async id => (await one.findWhy(id, occupancy))?.tables?.length ?? null))
  expect(await toldBy(library)).toEqual([1, 1, null])
  expect(await toldBy(beside)).toEqual([1, null, null])
  expect(await library.findWhy('0'.repeat(64), occupancy)).toBeNull()
  await beside.close()
  await library.close()
  await removePlace(place)
})
