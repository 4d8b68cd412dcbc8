import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { samples } from './filings.ts'
import { expect, readingTest } from './strata.ts'

const { harborPoint, tidewater } = samples

const slugOf = ({ url }: { url: string }) => url.slice('/deals/'.length)

/** Click a link and read the file that the browser saves. */
async function take(page: Page, name: string): Promise<{ file: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('link', { name }).click(),
  ])
  return { file: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

readingTest('a deal is taken along as a workbook that leads back to its lines', async ({ page, strata }) => {
  await page.goto(harborPoint.url)
  await page.getByText('Export', { exact: true }).first().click()
  const { file, bytes } = await take(page, 'Workbook with formulas (XLSX)')
  expect(file).toBe('harbor-point-mortgage-trust-2001-4.xlsx')
  const { sheets } = await readXlsx(bytes)
  expect(sheets.map(({ name }) => name)).toContain('Original LTV')
  const summary = sheets.find(({ name }) => name === 'Summary')
  const balance = summary?.rows.findIndex(([label]) => label === 'Pool balance') ?? -1
  // Read by eye from the sample.
  expect(summary?.rows[balance]?.slice(1, 3)).toEqual([83_422_786.3, 83_422_786.3])
  const link = summary?.cells?.get(`${balance},1`)?.hyperlink?.target ?? ''
  const { port, pathname, search, hash } = new URL(link)
  expect(port).toBe(new URL(strata.url).port)
  await page.goto(`${pathname}${search}${hash}`)
  await expect(page.locator('mark').first()).toContainText('83,422,786.30')
})

readingTest('a search is taken along as one workbook, and the library as data', async ({ page }) => {
  await page.goto('/?q=trust')
  await page.getByText('Export', { exact: true }).click()
  const book = await take(page, 'These deals as a workbook (XLSX)')
  const { sheets } = await readXlsx(book.bytes)
  const tape = sheets.find(({ name }) => name === 'Tape')
  const deals = new Set(tape?.rows.slice(1).map(([deal]) => deal))
  for (const { name } of [harborPoint, tidewater]) expect(deals).toContain(name)
  await page.getByText('Export', { exact: true }).click()
  const rows = await take(page, 'All rows of all tables (Parquet)')
  expect(rows.file).toBe('buckets.parquet')
  expect([rows.bytes.subarray(0, 4), rows.bytes.subarray(-4)].map(String)).toEqual(['PAR1', 'PAR1'])
})

const tailOfLtv = '/ask/original-ltv?above=77'

readingTest.describe('with evidence', () => {
  readingTest.beforeEach(async ({ context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  })

  const places = [
    { of: 'a figure', at: `${harborPoint.url}?at=84:50-62`, says: 'SHA-256', button: 'Copy with evidence' },
    { of: 'an answer', at: `${harborPoint.url}${tailOfLtv}`, says: 'above 77', button: 'Copy with evidence' },
    {
      of: 'a row of a comparison',
      at: `/compare?deals=${slugOf(harborPoint)},${slugOf(tidewater)}&dimension=original-ltv`,
      says: tidewater.name,
      button: /^Copy .+ with evidence$/,
    },
    {
      of: 'a point of a trend',
      at: '/trends?measure=waltv&open=all',
      says: harborPoint.name,
      button: /^Copy WALTV of Harbor Point .+ with evidence$/i,
    },
  ]
  for (const { of, at, says, button } of places)
    readingTest(`${of} is copied by keyboard, and that is said aloud`, async ({ page }) => {
      await page.goto(at)
      await expect(page.locator('.take-said')).toBeAttached()
      await page.getByRole('button', { name: button }).first().focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('status').filter({ hasText: 'Copied with evidence' })).toBeVisible()
      const text = await page.evaluate(() => navigator.clipboard.readText())
      expect(text).toContain(says)
      expect(text).toMatch(/, SHA-256 [0-9a-f]{64}, lines? \d/)
      const [, href = ''] = /evidence pack: (\S+)$/.exec(text) ?? []
      const certificate = await page.request.get(href)
      expect(((await certificate.json()) as { kind: string }).kind).toMatch(/^strata-certificates?$/)
    })

  readingTest('a chart is copied as an image, in the colours of the page', async ({ page }) => {
    await page.goto('/trends?measure=waltv')
    await page.getByRole('main').getByText('Export', { exact: true }).first().click()
    await page.getByRole('button', { name: 'Copy WALTV, chart as image' }).first().click()
    await expect(page.getByRole('status').filter({ hasText: 'Copied as an image' })).toBeVisible()
    const types = await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types)
    expect(types).toEqual(['image/png'])
  })
})

readingTest('a browser that copies no pictures is told what to do instead', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'ClipboardItem', { value: undefined })
  })
  await page.goto('/trends?measure=waltv')
  await page.getByRole('main').getByText('Export', { exact: true }).first().click()
  await page
    .getByRole('button', { name: /as image$/ })
    .first()
    .click()
  await expect(page.getByRole('status').filter({ hasText: 'Save the chart as PNG instead' })).toBeVisible()
})

readingTest('the menu is walked with arrows and closed with Escape', async ({ page }) => {
  await page.goto(harborPoint.url)
  const summary = page.locator('.page-actions summary').filter({ hasText: 'Export' })
  // Keys are answered once what pages offer to take along has come.
  await expect(page.locator('.take-said')).toBeAttached()
  await summary.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Workbook with formulas (XLSX)' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Evidence pack (ZIP)' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(summary).toBeFocused()
  await expect(page.getByRole('link', { name: 'Evidence pack (ZIP)' })).toBeHidden()
})
