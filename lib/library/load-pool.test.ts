import { expect, it } from 'vitest'
import { keepFiles, libraryForTests, sampleDeals } from '../testing/library-for-tests.ts'
import { findSimilar } from './find-similar.ts'
import { loadPool } from './load-pool.ts'

const { harborPoint, tidewater } = sampleDeals
const test = libraryForTests(library => keepFiles(library, [harborPoint.file, tidewater.file]))
const whole = { slug: harborPoint.slug, group: null }

it('loads no pool with more bytes of tables than are asked for', async () => {
  expect(await loadPool(test.library, whole, 10_000)).toBe('pool-is-too-long')
  expect(await loadPool(test.library, whole, 10_000_000)).toMatchObject({ ref: harborPoint.slug })
  expect(await loadPool(test.library, { slug: 'nowhere-1', group: null }, 10_000)).toBe('deal-is-unknown')
})

it('holds no pool against one whose report is as long as a list of loans', async () => {
  const pool = await loadPool(test.library, whole)
  if (typeof pool === 'string') throw new Error(pool)
  expect(await findSimilar(test.library, pool, 5)).toMatchObject({ deals: 1, measured: 1 })
  const long = {
    ...test.library,
    findVersion: async () => 'another',
    findReportPart: async (...asked: Parameters<typeof test.library.findReportPart>) => {
      const part = await test.library.findReportPart(...asked)
      return part && { ...part, reportBytes: 3_000_000 }
    },
  }
  expect(await findSimilar(long, pool, 5)).toMatchObject({ pools: [], deals: 1, measured: 0 })
})
