import type { Page } from '@playwright/test'
import { withStrata } from '../testing/with-strata.ts'
import { holdOver, withBrowser } from './browser.ts'
import { type Figure, median, type Suite } from './figure.ts'
import { ensureBuilt, exemplaryFiling } from './site.ts'

const runs = 9
const aimMs = 500

/** From the moment a file is let go over the library to its deal on the screen, in milliseconds. */
async function timeDrop(page: Page, url: string, file: string): Promise<number> {
  await page.goto(url, { waitUntil: 'networkidle' })
  const letGo = await holdOver(page, file)
  const start = performance.now()
  await letGo()
  await page.locator('.strat-section table.strat').first().waitFor()
  return performance.now() - start
}

/** Remove all deals for good, so that the same file is new again. */
async function empty(url: string): Promise<void> {
  const { deals } = (await (await fetch(`${url}/api/deals`)).json()) as { deals: { slug: string }[] }
  const slugs = deals.map(({ slug }) => slug)
  for (const address of ['/api/bin', '/api/bin/erase']) {
    const answer = await fetch(url + address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ deals: slugs }),
    })
    if (!answer.ok) throw new Error(`the library could not be emptied: ${await answer.text()}`)
  }
}

async function measure(): Promise<Figure[]> {
  ensureBuilt()
  const file = exemplaryFiling()
  const times = await withStrata(({ url }) =>
    withBrowser(async browser => {
      const page = await browser.newPage()
      const all: number[] = []
      for (let run = 0; run <= runs; run++) {
        all.push(await timeDrop(page, url, file))
        await empty(url)
      }
      // The first finds nothing of the server or the browser warm.
      return all.slice(1)
    }),
  )
  const value = median(times)
  return [
    {
      name: 'drop-to-deal-on-screen',
      value,
      unit: 'ms',
      ratio: null,
      aim: `at most ${aimMs} ms, median of ${runs}`,
      met: value <= aimMs,
    },
  ]
}

/** How long it takes from letting go of a filing over the library, new each time, to its deal on the screen. */
export const drop: Suite = { name: 'drop', measure }
