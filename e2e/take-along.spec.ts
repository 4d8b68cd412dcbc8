import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { samples } from './filings.ts'
import { expect, readingTest } from './strata.ts'

const { harborPoint, tidewater } = samples

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
  const rows = await take(page, 'All rows of all tables (Parquet)')
  expect(rows.file).toBe('buckets.parquet')
  expect([rows.bytes.subarray(0, 4), rows.bytes.subarray(-4)].map(String)).toEqual(['PAR1', 'PAR1'])
})
