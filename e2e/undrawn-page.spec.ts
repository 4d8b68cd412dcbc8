import path from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { violations } from './axe.ts'
import { addFilings, samples } from './filings.ts'
import { expect, test } from './strata.ts'

test.use({ refusals: [500] })

for (const javaScriptEnabled of [true, false])
  test(`a page that cannot be drawn says so, and leads to what there is, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    openReader,
    strata,
  }) => {
    test.slow()
    const { harborPoint, tidewater } = samples
    await addFilings(strata, harborPoint, tidewater)
    const library = new SqliteDatabase(path.join(strata.dataFolder, 'library.sqlite'))
    const { sha256 } = library
      .prepare('select filing.sha256 from filing join deal on deal.id = deal_id where slug = ?')
      .get(path.basename(harborPoint.url)) as { sha256: string }
    // What pages count by, in another shape than they are drawn from; exports do not ask for it.
    library.prepare("update report set counts = '{}' where sha256 = ?").run(sha256)
    // Another test may have had the page drawn when it could be.
    library.prepare('update deal set edition = 1000').run()
    library.close()

    const page = await openReader({ javaScriptEnabled, viewport: { width: 320, height: 800 } })
    expect((await page.goto(harborPoint.url))?.status()).toBe(500)
    await expect(page.getByRole('heading', { level: 1, name: 'This page could not be drawn' })).toBeVisible()
    await expect(page.locator('main')).toContainText('everything that was read is still there')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(320)
    if (javaScriptEnabled) expect(await violations(page)).toEqual([])
    for (const [name, type] of [
      [/SHA-256/, 'text/plain'],
      [/as JSON/, 'application/json'],
      [/as a workbook/, 'spreadsheetml'],
    ] as const) {
      const href = await page.getByRole('link', { name }).getAttribute('href')
      const answer = await page.request.get(String(href))
      expect([answer.status(), answer.headers()['content-type']]).toEqual([
        200,
        expect.stringContaining(type),
      ])
    }
    await expect(page.getByRole('link', { name: 'Table state, as CSV' })).toHaveAttribute(
      'href',
      `/api${harborPoint.url}/stratifications/state.csv`,
    )
    // The other deals are not touched by it.
    expect((await page.goto(tidewater.url))?.status()).toBe(200)
  })
