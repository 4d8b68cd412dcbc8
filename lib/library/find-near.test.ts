import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFiling } from '../read-filing.ts'
import type { FindDealsQuery, Library } from './library.ts'
import { openLibrary } from './open-library.ts'
import { writeWith } from './writer.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'strata-near-'))
const root = path.join(import.meta.dirname, '../..')
const harborPoint = 'harbor-point-mortgage-trust-2001-4'
let library: Library

beforeAll(async () => {
  library = openLibrary({ folder, writer: writeWith(readFiling), readerVersion: '1' })
  for (const file of [
    'public/samples/harbor-point-2001-4-8k.txt',
    'public/samples/tidewater-2004-3-8k.txt',
    'public/samples/alder-ridge-2003-9-8k.txt',
    'lib/fixtures/final-pool-tables/source.txt',
  ])
    await library.keepFiling(readFileSync(path.join(root, file)), path.basename(file))
})
afterAll(async () => {
  await library.close()
  rmSync(folder, { recursive: true })
})

it('gives other deals with tables by how near their figures are', async () => {
  const { slugs, deals } = await library.findNear(harborPoint, 10)
  expect(deals).toBe(2)
  expect(slugs).toEqual(['quarry-lane-home-loan-trust-2002-a3', 'tidewater-home-equity-trust-2004-3'])
  expect(await library.findNear(harborPoint, 1)).toEqual({ slugs: slugs.slice(0, 1), deals: 2 })
})

it('leaves out what was deleted, and knows none near an unknown deal', async () => {
  await library.changeDeals({ what: 'delete', slugs: ['tidewater-home-equity-trust-2004-3'] })
  expect((await library.findNear(harborPoint, 10)).deals).toBe(1)
  await library.changeDeals({ what: 'restore', slugs: ['tidewater-home-equity-trust-2004-3'] })
  expect((await library.findNear(harborPoint, 10)).deals).toBe(2)
  expect(await library.findNear('no-such-deal', 10)).toEqual({ slugs: [], deals: 0 })
})

it('orders a list by how near deals are to one, that deal first and those without tables last', async () => {
  const slugs = async (query: FindDealsQuery) =>
    (await library.findDeals(query)).deals.map(({ slug }) => slug)
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
  const whole = (await library.findDeals({ near: harborPoint })).deals.map(({ slug }) => slug)
  const first = await library.findDeals({ near: harborPoint, limit: 2 })
  const second = await library.findDeals({ near: harborPoint, limit: 2, cursor: first.next ?? '' })
  expect([...first.deals, ...second.deals].map(({ slug }) => slug)).toEqual(whole)
})
