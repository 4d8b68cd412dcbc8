import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { samples } from './filings.ts'
import { expect, readingTest } from './strata.ts'

const { harborPoint, tidewater } = samples

const slugOf = ({ url }: { url: string }) => url.slice('/deals/'.length)

/** Go to a page, and wait until what it offers to take along is answered: that comes last. */
async function openAnswering(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.locator('.take-said')).toBeAttached()
}

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
      await openAnswering(page, at)
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
    await openAnswering(page, '/trends?measure=waltv')
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
  await openAnswering(page, '/trends?measure=waltv')
  await page.getByRole('main').getByText('Export', { exact: true }).first().click()
  await page
    .getByRole('button', { name: /as image$/ })
    .first()
    .click()
  const told = page.getByRole('status').filter({ hasText: 'This browser cannot copy pictures here.' })
  await expect(told).toBeVisible()
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    told.getByRole('link', { name: 'Save the chart as PNG' }).click(),
  ])
  expect(png.suggestedFilename()).toBe('trend-waltv.png')
  expect(
    readFileSync(await png.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  await expect(told).toBeHidden()
})

readingTest.describe('where the browser allows no copying', () => {
  readingTest.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException('not now', 'NotAllowedError'))
      Object.assign(navigator.clipboard, { write: refuse, writeText: refuse })
    })
  })

  readingTest('evidence says so, and leads to the certificate', async ({ page }) => {
    await openAnswering(page, '/trends?measure=waltv&open=all')
    await page
      .getByRole('button', { name: /^Copy WALTV of Harbor Point .+ with evidence$/i })
      .first()
      .click()
    const told = page.getByRole('status').filter({ hasText: 'The browser did not allow copying.' })
    await told.getByRole('link', { name: 'Open the certificate' }).click()
    await expect(page.locator('body')).toContainText('strata-certificate')
  })

  readingTest('a picture says so, and can be saved', async ({ page }) => {
    await openAnswering(page, harborPoint.url)
    const purposes = page.locator('#purpose')
    await purposes.getByText('Export').click()
    await purposes.getByRole('button', { name: 'Copy chart as image' }).click()
    const told = page.getByRole('status').filter({ hasText: 'did not allow copying the picture' })
    const [png] = await Promise.all([
      page.waitForEvent('download'),
      told.getByRole('link', { name: 'Save the chart as PNG' }).click(),
    ])
    expect(png.suggestedFilename()).toBe('harbor-point-mortgage-trust-2001-4--purpose.png')
  })
})

readingTest.describe('a file that takes a while', () => {
  const book = '**/api/deals/*.xlsx'
  const start = async (page: Page) => {
    await openAnswering(page, harborPoint.url)
    await page.locator('.page-actions').getByText('Export', { exact: true }).click()
    await page.getByRole('link', { name: 'Workbook with formulas (XLSX)' }).click()
  }
  const said = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words })

  readingTest('says how long it has taken, and when it is saved', async ({ page }) => {
    await page.route(book, async route => {
      await new Promise(resolve => setTimeout(resolve, 3500))
      await route.continue()
    })
    const download = page.waitForEvent('download', { timeout: 60_000 })
    await start(page)
    await expect(said(page, 'Making Workbook with formulas (XLSX)…')).toBeVisible()
    await expect(said(page, /, [23] s so far…/)).toBeVisible()
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
    await expect(said(page, /^Saved Workbook with formulas \(XLSX\), \d+ KB\.$/)).toBeVisible()
  })

  readingTest.describe('that is refused', () => {
    readingTest.use({ refusals: [422, 502] })

    readingTest('says why it was not made', async ({ page }) => {
      const error = { code: 'workbook-is-too-large', message: 'The filing is too large.', detail: null }
      await page.route(book, route => route.fulfill({ status: 422, json: { error } }))
      await start(page)
      await expect(said(page, 'The filing is too large.')).toBeVisible()
      await page.unroute(book)
      await page.route(book, route => route.fulfill({ status: 502, body: 'no answer' }))
      await start(page)
      await expect(said(page, 'The file was not made: the answer was 502.')).toBeVisible()
    })
  })
})

for (const width of [320, 1440])
  readingTest(`menus are walked by keys in ${width} px, within the window`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await openAnswering(page, harborPoint.url)
    const menus = [
      page.locator('.page-actions .menu').filter({ hasText: 'Export' }),
      page.locator('#purpose .menu'),
    ]
    for (const menu of menus) {
      const summary = menu.locator('summary')
      const entries = menu.locator('.menu-list').locator('a[href], button')
      const count = await entries.count()
      const press = (key: string) => page.keyboard.press(key)
      const expectAt = (order: number) => expect(entries.nth(order)).toBeFocused()
      await summary.focus()
      await press('ArrowDown')
      await expectAt(0)
      const list = await menu.locator('.menu-list').boundingBox()
      if (!list) throw new Error('the list of the menu is not shown')
      expect(list.x).toBeGreaterThanOrEqual(0)
      expect(list.x + list.width).toBeLessThanOrEqual(width)
      await press('ArrowDown')
      await expectAt(1)
      await press('End')
      await expectAt(count - 1)
      await press('ArrowDown')
      await expectAt(0)
      await press('ArrowUp')
      await expectAt(count - 1)
      await press('Home')
      await expectAt(0)
      await press('Escape')
      await expect(summary).toBeFocused()
      await expect(entries.first()).toBeHidden()
      await press('ArrowUp')
      await expectAt(count - 1)
      // The focus leaves the menu forwards.
      await press('Tab')
      await expect(entries.first()).toBeHidden()
    }
  })

readingTest('what was chosen by key leaves the focus on the menu', async ({ page }) => {
  await openAnswering(page, harborPoint.url)
  const summary = page.locator('.page-actions summary').filter({ hasText: 'Export' })
  await summary.focus()
  await page.keyboard.press('ArrowDown')
  const download = page.waitForEvent('download', { timeout: 60_000 })
  await page.keyboard.press('Enter')
  await download
  await expect(summary).toBeFocused()
  await expect(page.getByRole('link', { name: 'Evidence pack (ZIP)' })).toBeHidden()
})
