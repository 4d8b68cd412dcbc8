import { expect, it } from 'vitest'
import { keepFiles, libraryForTests, sampleDeals } from '../testing/library-for-tests.ts'
import { findSimilar } from './find-similar.ts'
import type { FindDealsQuery } from './library.ts'
import { loadPool } from './load-pool.ts'

const harborPoint = sampleDeals.harborPoint.slug
const opened = libraryForTests(library =>
  keepFiles(library, [
    ...Object.values(sampleDeals).map(({ file }) => file),
    'lib/fixtures/final-pool-tables/source.txt',
  ]),
)

it('gives other deals with tables by how near their figures are', async () => {
  const { slugs, deals } = await opened.library.findNear(harborPoint, 10)
  expect(deals).toBe(2)
  expect(slugs).toEqual(['quarry-lane-home-loan-trust-2002-a3', 'tidewater-home-equity-trust-2004-3'])
  expect(await opened.library.findNear(harborPoint, 1)).toEqual({ slugs: slugs.slice(0, 1), deals: 2 })
})

it('leaves out what was deleted, and knows none near an unknown deal', async () => {
  await opened.library.changeDeals({ what: 'delete', slugs: ['tidewater-home-equity-trust-2004-3'] })
  expect((await opened.library.findNear(harborPoint, 10)).deals).toBe(1)
  await opened.library.changeDeals({ what: 'restore', slugs: ['tidewater-home-equity-trust-2004-3'] })
  expect((await opened.library.findNear(harborPoint, 10)).deals).toBe(2)
  expect(await opened.library.findNear('no-such-deal', 10)).toEqual({ slugs: [], deals: 0 })
})

it('orders a list by how near deals are to one, that deal first and those without tables last', async () => {
  const slugs = async (query: FindDealsQuery) =>
    (await opened.library.findDeals(query)).deals.map(({ slug }) => slug)
  const near = await slugs({ near: harborPoint })
  expect(near.slice(0, 3)).toEqual([
    harborPoint,
    'quarry-lane-home-loan-trust-2002-a3',
    'tidewater-home-equity-trust-2004-3',
  ])
  expect(near).toHaveLength(4)
  expect(await slugs({ near: harborPoint, sort: 'name' })).toEqual(await slugs({ sort: 'name' }))
  expect(await slugs({ near: 'no-such-deal' })).toEqual(await slugs({}))
})

it('gives the pages of that order one after another', async () => {
  const whole = (await opened.library.findDeals({ near: harborPoint })).deals.map(({ slug }) => slug)
  const first = await opened.library.findDeals({ near: harborPoint, limit: 2 })
  const second = await opened.library.findDeals({ near: harborPoint, limit: 2, cursor: first.next ?? '' })
  expect([...first.deals, ...second.deals].map(({ slug }) => slug)).toEqual(whole)
})

const unlike = libraryForTests(library =>
  keepFiles(library, [
    sampleDeals.tidewater.file,
    'lib/fixtures/shares-of-each-row/source.txt',
    'lib/fixtures/titles-below-the-rule/source.txt',
  ]),
)

it('orders it as the similar pools of a deal are listed, where its figures alone would order it otherwise', async () => {
  const slug = 'filing-24099933'
  const pool = await loadPool(unlike.library, { slug, group: null })
  if (typeof pool === 'string') throw new Error(pool)
  const similar = (await findSimilar(unlike.library, pool, 10)).pools.map(({ deal }) => deal.slug)
  expect((await unlike.library.findNear(slug, 10)).slugs).toEqual(similar.toReversed())
  const listed = (await unlike.library.findDeals({ near: slug })).deals.map(deal => deal.slug)
  expect(listed).toEqual([slug, ...similar])
})
