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
    await page.locator('table a[data-at]').first().waitFor()
    await page.locator('table a[data-at]').nth(1).click()
    await page.getByRole('complementary').first().waitFor()
    await page.screenshot({ path: path.join(root, 'public/deal-page.png') })
  } finally {
    await browser.close()
  }
})
