import path from 'node:path'
import { chromium } from '@playwright/test'
import { root, withDealPage } from '../lib/bench/site.ts'

/** `npm run screenshot`: draw public/deal-page.png anew, the picture in the README. */
const { ensureBrowser } = (await import(new URL('../lib/setup/browser.mjs', import.meta.url).href)) as {
  ensureBrowser: (node: string) => string
}
const args = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu']

await withDealPage(async ({ dealUrl }) => {
  const browser = await chromium.launch({ executablePath: ensureBrowser(process.execPath), args })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
    await page.goto(dealUrl)
    const firstRow = page.locator('table.strat tbody tr').first()
    await firstRow.locator('a[data-at]').nth(1).click()
    await page.getByText(/^line \d+, columns \d+ to \d+/).waitFor()
    await page.locator('mark').first().waitFor()
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.waitForTimeout(500)
    await page.screenshot({ path: path.join(root, 'public/deal-page.png') })
  } finally {
    await browser.close()
  }
})
