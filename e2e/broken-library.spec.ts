import { readdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withStrata } from '../lib/testing/with-strata.ts'
import { addFilings, samples } from './filings.ts'
import { test as base, expect } from './strata.ts'

/** On a Strata that no other test needs again. */
const test = base.extend({ strata: async ({ browserName: _ }, use) => withStrata(use) })
test.use({ refusals: [503] })

test('a library that breaks while it is served is told in words, with and without scripts', async ({
  openReader,
  strata,
}) => {
  await addFilings(strata, samples.harborPoint)
  for (const name of await readdir(strata.dataFolder)) {
    const file = path.join(strata.dataFolder, name)
    await writeFile(file, Buffer.alloc((await stat(file)).size, 'no database'))
  }
  for (const javaScriptEnabled of [true, false]) {
    const page = await openReader({ javaScriptEnabled })
    const answer = await page.goto(`${samples.harborPoint.url}/ledger`)
    expect(answer?.status()).toBe(503)
    await expect(page.locator('main')).toContainText('The library’s file is damaged')
    await expect(page.getByRole('heading', { level: 1, name: 'This page could not be shown' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Go to the library' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(javaScriptEnabled ? 1 : 0)
    const health = await page.request.get('/api/health')
    expect([health.status(), await health.json()]).toMatchObject([
      503,
      { error: { code: 'library-damaged' } },
    ])
    await page.close()
  }
})
