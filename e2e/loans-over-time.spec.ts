import { exhibitOf, inventMonths, submissionOf } from '../lib/testing/invented-months.ts'
import { printAnnex } from '../lib/testing/printed-annex.ts'
import { violations } from './axe.ts'
import { bodyOf } from './deal-page.ts'
import { addFilings, replaceWords } from './filings.ts'
import { expect, sharingTest as test } from './strata.ts'

const trust = 'Ironwood Auto Receivables Trust 2024-A'
const depositor = 'Ironwood Auto Funding LLC'
const url = '/deals/ironwood-auto-receivables-trust-2024-a'
const [january, february, march, april] = inventMonths(4, 40, 'IW')

test('months of a trust’s loans are one deal, and its page over time tells what they report', async ({
  page,
  strata,
}) => {
  if (!january || !february || !april || !march) throw new Error('A month is missing.')
  await addFilings(strata, { name: 'january.txt', text: submissionOf(january, trust, depositor) })
  await addFilings(strata, { name: 'february.xml', text: exhibitOf(february) })
  await addFilings(strata, { name: 'april.xml', text: exhibitOf(april) })
  await page.goto(url)
  const months = page.getByRole('navigation', { name: 'Month of the loans' })
  await expect(months.locator('[aria-current=page]')).toHaveText('April 2024')
  await months.getByRole('link', { name: 'February 2024' }).click()
  await expect(page.getByText('Computed from 37 loans')).toBeVisible()

  await months.getByRole('link', { name: 'All 3 over time' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${trust} over time`)
  await expect(page.getByText('No filing of the deal reports Mar 2024')).toBeVisible()
  const balance = page.getByRole('region', { name: 'Balance by month' }).getByRole('table')
  const money = (cents: number) => (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })
  expect(await bodyOf(balance)).toEqual([
    ['Jan 2024', '39', money(january.beginning), money(january.endCents), '–'],
    ['Feb 2024', '37', money(february.beginning), money(february.endCents), 'none'],
    ['Mar 2024', 'no filing'],
    ['Apr 2024', '33', money(april.beginning), money(april.endCents), '–'],
  ])
  const losses = page.getByRole('region', { name: 'Losses by month' })
  await expect(losses.getByRole('row', { name: /Jan 2024/ })).toContainText('not told')
  await expect(losses.getByRole('row', { name: /Feb 2024/ })).toContainText(money(february.losses))
  await expect(page.getByText('so no speed is computed').first()).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)

  await balance.getByRole('link', { name: 'Feb 2024' }).click()
  await expect(months.locator('[aria-current=page]')).toHaveText('February 2024')
})

test('a printed annex is held against the loans, and what differs stands row by row', async ({
  page,
  strata,
}) => {
  if (!january) throw new Error('A month is missing.')
  const other = 'Juniper Auto Receivables Trust 2024-A'
  const annex = replaceWords(printAnnex(january, other, depositor), [['$110,994.00', '$110,694.00']])
  await addFilings(strata, { name: 'january.txt', text: submissionOf(january, other, depositor) })
  await addFilings(strata, { name: 'annex.txt', text: annex })
  await page.goto('/deals/juniper-auto-receivables-trust-2024-a')
  await expect(page.getByText('44 of 45 printed figures agree with the loans; 1 does not.')).toBeVisible()
  await page.getByRole('link', { name: 'Print held against the loans' }).click()
  const differing = page.getByRole('region', { name: 'Figures of Credit Scores of the Loans that differ' })
  const row = differing.getByRole('row', { name: /600 to 649/ })
  await expect(row).toContainText('110,694.00')
  await expect(row).toContainText('110,994.00')
  await expect(row).toContainText('+300.00')
  expect(await violations(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await row.getByRole('link').click()
  await expect(page.locator('mark').first()).toHaveText('110,694.00')
})

test('the page of calibration says that every interval holds the truth', async ({ page, strata }) => {
  if (!january) throw new Error('A month is missing.')
  await addFilings(strata, { name: 'alone.xml', text: exhibitOf(january) })
  await page.goto('/calibration')
  await expect(page.getByText(/^All [\d,]+ answers, of \d+ tapes, hold every true value\.$/)).toBeVisible()
  const tapes = page.getByRole('region', { name: 'Tapes asked' })
  await expect(tapes.getByRole('row', { name: /Generated loans/ })).toContainText('1,000')
  expect(await violations(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
