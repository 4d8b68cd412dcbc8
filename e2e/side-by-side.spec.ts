import type { Page } from '@playwright/test'
import { twentyOneTables } from '../lib/fixtures/invented/sixty-tables.ts'
import { openDeal } from './deal-page.ts'
import { addFilings } from './filings.ts'
import { expect, sharingTest as test } from './strata.ts'

test.beforeEach(({ strata }) => addFilings(strata, twentyOneTables))
test.setTimeout(180_000)

const page2 = `${twentyOneTables.url}/groups`
const groups = (page: Page) => page.getByRole('navigation', { name: 'Loan groups' })
const purpose = (page: Page) => page.locator('#purpose')
/** The figures that are shown in the row of a table. */
const row = (page: Page, label: string) =>
  purpose(page).getByRole('row', { name: label }).getByRole('cell').allInnerTexts()

test('the groups stand beside each other in the measure of the page, and the address says so', async ({
  page,
  openReader,
}) => {
  await openDeal(page, page2)
  const table = purpose(page).getByRole('table')
  await expect(table.getByRole('columnheader')).toHaveText([
    'Purpose',
    'Loan Group 1',
    'Loan Group 2',
    'Whole pool',
  ])
  await expect(purpose(page).locator('figure')).toHaveCount(3)
  const shares = await row(page, 'Purchase')
  expect(shares).toEqual(shares.map(() => expect.stringMatching(/^\d+\.\d\d$/)))
  await page.getByRole('button', { name: 'Loans', exact: true }).click()
  await expect(page).toHaveURL(`${page2}?measure=count`)
  const counts = await row(page, 'Purchase')
  expect(counts).toEqual(counts.map(() => expect.stringMatching(/^[\d,]+$/)))
  const whole = Number(counts[2]?.replace(',', ''))
  expect(Number(counts[0]?.replace(',', '')) + Number(counts[1]?.replace(',', ''))).toBe(whole)
  const other = await openReader()
  await openDeal(other, page.url())
  expect(await row(other, 'Purchase')).toEqual(counts)
})

test('the switch keeps the table in view and the measure, there and back', async ({ page }) => {
  await openDeal(page, `${twentyOneTables.url}?measure=count#loan-group-2--dti`)
  await groups(page).getByRole('link', { name: 'Side by side' }).click()
  await expect(page).toHaveURL(`${page2}?measure=count#dti`)
  await expect(page.locator('#dti')).toBeInViewport()
  await expect(page.getByRole('navigation', { name: 'Tables' }).locator('[aria-current]')).toHaveText('DTI')
  await groups(page)
    .getByRole('link', { name: /^Loan Group 2/ })
    .click()
  await expect(page).toHaveURL(`${twentyOneTables.url}?group=loan-group-2&measure=count#loan-group-2--dti`)
  await expect(page.locator('#loan-group-2--dti')).toBeInViewport()
})

test('without scripts a table leads there, with the figures of every measure', async ({ openReader }) => {
  const page = await openReader({ javaScriptEnabled: false })
  await page.goto(twentyOneTables.url)
  await page.locator('#loan-group-1--purpose').getByRole('link', { name: 'side by side' }).click()
  await expect(page).toHaveURL(`${page2}#purpose`)
  await expect(purpose(page)).toBeInViewport()
  expect((await row(page, 'Purchase'))[0]?.split('\n')).toHaveLength(3)
})

test('a figure leads to its line in the filing', async ({ page }) => {
  await openDeal(page, page2)
  const figure = purpose(page)
    .getByRole('row', { name: 'Purchase' })
    .getByRole('link')
    .filter({ visible: true })
  await figure.nth(1).click()
  await expect(page.getByRole('complementary', { name: 'Source: the filing as printed' })).toBeVisible()
})
