import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { readFiling } from '../../read-filing.ts'
import { keepFiles, sampleDeals } from '../../testing/library-for-tests.ts'
import { askPlace, placeForTests, removePlace } from '../../testing/library-place.ts'
import type { FindDealsQuery, Library } from '../library.ts'
import { openLibrary } from '../open-library.ts'
import { writeWith } from '../writer.ts'

const place = await placeForTests()
const open = () => openLibrary({ ...place, writer: writeWith(readFiling), readerVersion: '1' })
const { harborPoint, tidewater } = sampleDeals
const tail = { kind: 'tail', dimension: 'original-ltv', side: 'above', at: 80 } as const
const query: FindDealsQuery = {
  sort: 'name',
  filters: [{ figure: tail, is: 'gte', typed: '1', low: { value: 1, included: true }, high: null }],
  match: 'certain,possible,unknown',
}

async function within<T>(use: (library: Library) => Promise<T>): Promise<T> {
  const library = open()
  try {
    return await use(library)
  } finally {
    await library.close()
  }
}
const found = () => within(library => library.findDeals(query))

/** What the library says without columns that were kept. */
async function foundAnew() {
  await change('delete from kept_column')
  return await found()
}

async function change(statement: string): Promise<number> {
  return (await askPlace(place, statement)).changed
}

beforeAll(() =>
  within(library =>
    keepFiles(
      library,
      Object.values(sampleDeals).map(({ file }) => file),
    ),
  ),
)
beforeEach(() =>
  within(async library => {
    await library.changeDeals({ what: 'tag', slugs: [harborPoint.slug], tags: ['first'], how: 'set' })
    await library.findDeals(query)
    await library.warm(0)
  }),
)
afterAll(() => removePlace(place))

it('gives the same lists from columns that were kept, without reading deals again', async () => {
  const kept = await found()
  // Nothing of an unchanged revision is read again, not even where it has become something else.
  await change('update deal set pool_balance_cents = pool_balance_cents + 100')
  expect(await found()).toEqual(kept)
  expect((await foundAnew()).totals.poolBalanceCents).toBe(kept.totals.poolBalanceCents + 200)
  await change('update deal set pool_balance_cents = pool_balance_cents - 100')
})

it('reads what changed since, tags and what was deleted too', async () => {
  await within(async library => {
    await library.changeDeals({ what: 'tag', slugs: [tidewater.slug], tags: ['later'], how: 'set' })
    await library.changeDeals({ what: 'delete', slugs: [sampleDeals.alderRidge.slug] })
  })
  const kept = await found()
  expect(kept.deals.map(({ slug }) => slug)).not.toContain(sampleDeals.alderRidge.slug)
  expect(kept.facets.tags.map(({ tag }) => tag)).toEqual(['first', 'later'])
  expect(await foundAnew()).toEqual(kept)
  await within(library => library.changeDeals({ what: 'restore', slugs: [sampleDeals.alderRidge.slug] }))
})

it.each([
  ["delete from kept_column where name = 'wac'", 'one is missing'],
  ['update kept_column set layout = layout + 1', 'another Strata kept them'],
  ["update kept_column set revision = revision - 1 where name = 'ids'", 'one is of another revision'],
  [
    "update kept_column set bytes = (select bytes from kept_column where name = 'shown') where name = 'wac'",
    'one is of other rows',
  ],
])('reads all deals where of the kept columns, by %s, %s', async statement => {
  const kept = await found()
  expect(await change(statement)).toBeGreaterThan(0)
  expect(await found()).toEqual(kept)
})

it('keeps nothing where few deals had to be read', async () => {
  await change('delete from kept_column')
  await within(library => library.warm())
  expect(await change('delete from kept_column')).toBe(0)
})
