import type { Page } from '@playwright/test'
import { addFilings } from './filings.ts'
import { expect, sharingTest as test } from './strata.ts'

const loans = 1800
const filing = {
  name: 'schedule.txt',
  text: [
    'FORM 8-K',
    '',
    'Saltmarsh Mortgage Trust 2004-6',
    'Mortgage Pass-Through Certificates, Series 2004-6',
    '',
    '                    Geographic Distribution by Postal Code',
    '',
    '                       Number of          Principal',
    'Postal Code                Loans            Balance',
    '-----------            ---------     --------------',
    ...Array.from({ length: loans }, (_, index) => row(String(20_001 + index), 2, 250_000)),
    row('Total', 2 * loans, 250_000 * loans),
    '',
  ].join('\n'),
}

/** A shorter one whose total is a million too high. */
const failing = {
  name: 'failing-schedule.txt',
  text: [
    ...filing.text
      .replaceAll('Saltmarsh', 'Reedmarsh')
      .split('\n')
      .slice(0, 10 + 400),
    row('Total', 800, 250_000 * 400 + 1_000_000),
    '',
  ].join('\n'),
}

function row(label: string, count: number, dollars: number): string {
  const figures = [
    count.toLocaleString('en-US').padStart(32 - label.length),
    `$${dollars.toLocaleString('en-US')}.00`,
  ]
  return `${label}${figures[0]}${figures[1]?.padStart(19)}`
}

async function expectNoOverflow(page: Page) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}

test('a table of thousands of rows is shown by its first rows, and whole on pages of its own', async ({
  page,
  strata,
}) => {
  test.slow()
  await addFilings(strata, filing)
  const url = '/deals/saltmarsh-mortgage-trust-2004-6'
  await page.goto(url)
  const section = page.locator('#postal-code')
  await expect(section).toContainText('1,800')
  await expect(section.getByRole('row', { name: /^20001 / })).toBeVisible()
  await expect(section.getByRole('row', { name: /^21800 / })).toHaveCount(0)
  const all = section.getByRole('link', { name: /rows/i }).first()
  await expect(all).toHaveAttribute('href', `${url}/tables/postal-code`)
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoOverflow(page)

  await all.click()
  await expect(page).toHaveURL(`${url}/tables/postal-code`)
  await expect(page.getByRole('row', { name: /^20001 / })).toBeVisible()
  await expectNoOverflow(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('link', { name: 'Page 2', exact: true }).first().click()
  await expect(page).toHaveURL(`${url}/tables/postal-code/2`)
  await expect(page.getByRole('row', { name: /^21800 / })).toBeVisible()
  await expect(page.getByRole('row', { name: /^20001 / })).toHaveCount(0)

  // Every figure there leads to its line, and its line to it.
  const figure = page
    .getByRole('row', { name: /^21800 / })
    .getByRole('link')
    .first()
  await figure.click()
  await expect(page.locator('mark')).toHaveText('2')
  expect((await page.request.get(`${url}/tables/postal-code/3`)).status()).toBe(404)
})

test('a figure on which a check fails is marked on the pages of rows, and says why', async ({
  page,
  strata,
}) => {
  await addFilings(strata, failing)
  await page.goto('/deals/reedmarsh-mortgage-trust-2004-6/tables/postal-code')
  const total = page.getByRole('row', { name: /^Total / })
  const cell = total.getByRole('cell', { name: /A check fails:/ })
  await expect(cell).toHaveCount(1)
  await expect(cell).toHaveClass(/fails/)
  await expect(cell).toHaveAttribute('title', /1,000,000/)
})
