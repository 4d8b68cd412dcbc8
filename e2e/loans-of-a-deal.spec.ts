import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { type PrintedAsset, printExhibit } from '../lib/testing/print-exhibit.ts'
import { violations } from './axe.ts'
import { addFilings, samples } from './filings.ts'
import { expect, test } from './strata.ts'

const home = (number: number, more: PrintedAsset): PrintedAsset => ({
  assetTypeNumber: 'Prospectus Loan ID',
  assetNumber: String(number),
  reportingPeriodEndDate: '03-11-2024',
  originalLoanAmount: '10000000.00',
  scheduledPrincipalBalanceSecuritizationAmount: '9000000.00',
  interestRateSecuritizationPercentage: '0.0625',
  maturityDate: '03-06-2034',
  interestAccrualMethodCode: '3',
  property: [{ propertyName: `House ${number}`, propertyState: 'NY', propertyTypeCode: 'OF' }],
  ...more,
})

const loans = [
  home(1, {}),
  home(2, {
    scheduledPrincipalBalanceSecuritizationAmount: '12500000.00',
    property: [{ propertyName: '=Pier 7', propertyState: 'NJ', propertyTypeCode: 'RT' }],
  }),
  home(3, { scheduledPrincipalBalanceSecuritizationAmount: '4000000.00' }),
]

const text = printExhibit('cmbs', loans)
const exhibit = { name: 'ex102.xml', text }
/** A filing that names no deal has the address of its bytes. */
const deal = `/deals/filing-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`

const numbers = (page: Page) => page.getByRole('main').locator('tbody th').allTextContents()

test('the loans of a deal are sorted, opened, followed to their line, and taken along', async ({
  page,
  strata,
}) => {
  await addFilings(strata, exhibit)
  await page.goto(deal)
  await expect(page.getByText('Computed from 3 loans')).toBeVisible()
  await page.getByRole('link', { name: 'All loans' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Loans' })).toBeVisible()
  await expect(
    page.getByText('3 loans, $25,500,000.00 by scheduled balance at securitization.'),
  ).toBeVisible()
  expect(await numbers(page)).toEqual(['1', '2', '3'])

  await test.step('sort, and turn the order round', async () => {
    const balance = page.getByRole('columnheader', { name: /^Scheduled balance/ })
    await balance.getByRole('link').click()
    await expect(balance).toHaveAttribute('aria-sort', 'descending')
    expect(await numbers(page)).toEqual(['2', '1', '3'])
    await balance.getByRole('link').click()
    await expect(balance).toHaveAttribute('aria-sort', 'ascending')
    expect(await numbers(page)).toEqual(['3', '1', '2'])
  })

  await test.step('choose columns, which the address keeps beside the order', async () => {
    await page.getByText('Columns', { exact: true }).click()
    await page.getByRole('checkbox', { name: 'Interest accrual method code' }).check()
    await page.getByRole('button', { name: 'Show these' }).click()
    await expect(page.getByRole('columnheader', { name: 'Interest accrual method code' })).toBeVisible()
    await expect(page.getByRole('cell', { name: 'Actual/360' }).first()).toBeVisible()
    expect(await numbers(page)).toEqual(['3', '1', '2'])
  })

  await test.step('take what the table shows as CSV', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'CSV', exact: true }).click()
    const rows = (await readFile(await (await download).path(), 'utf8')).split('\r\n')
    expect(rows[0]).toContain('Interest accrual method code')
    expect(rows.slice(1, 4).map(row => row.split(',')[0])).toEqual(['3', '1', '2'])
    expect(rows[3]).toContain("'=Pier 7")
  })

  await test.step('open a loan, and follow a value to its line', async () => {
    await page.getByRole('rowheader', { name: '2' }).getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Loan 2' })).toBeVisible()
    const row = page.getByRole('row', { name: /^Scheduled principal balance securitization amount/ })
    await row.getByRole('link', { name: '$12,500,000.00' }).click()
    await expect(page.locator('mark')).toHaveText('12500000.00')
  })
})

test('a search narrows the loans, and one that finds none says so', async ({ page, strata }) => {
  await addFilings(strata, exhibit)
  await page.goto(`${deal}/loans?state=NJ`)
  await expect(page.getByText('1 of 3 loans, $12,500,000.00')).toBeVisible()
  await page.getByRole('link', { name: /Remove\s+State/ }).click()
  expect(await numbers(page)).toEqual(['1', '2', '3'])
  await page.goto(`${deal}/loans?current-balance__gt=20000000`)
  await expect(page.getByText('No loan is like this.')).toBeVisible()
})

test('the loans and one loan break no rule of WCAG 2.2 AA, and fit a narrow window', async ({
  page,
  strata,
}) => {
  await addFilings(strata, exhibit)
  for (const one of [`${deal}/loans`, `${deal}/loans/2`]) {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(one)
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, refusals: [404] })
  test('loans are sorted by links, and where a filing has none the page says so', async ({
    page,
    strata,
  }) => {
    await addFilings(strata, exhibit, samples.harborPoint)
    await page.goto(`${deal}/loans`)
    await page
      .getByRole('columnheader', { name: /^Scheduled balance/ })
      .getByRole('link')
      .click()
    expect(await numbers(page)).toEqual(['2', '1', '3'])
    await page.goto(`${samples.harborPoint.url}/loans`)
    await expect(page.getByText('its filing lists no loans one by one')).toBeVisible()
  })
})
