import type { Page } from '@playwright/test'
import { sixtyTables, twentyOneTables } from '../lib/fixtures/invented/sixty-tables.ts'
import { openDeal, section } from './deal-page.ts'
import { addFilings } from './filings.ts'
import { expect, sharingTest as test } from './strata.ts'

test.beforeEach(({ strata }) => addFilings(strata, twentyOneTables))

const groups = (page: Page) => page.getByRole('navigation', { name: 'Loan groups' })
const films = (page: Page) => page.getByRole('navigation', { name: 'Tables' }).getByRole('link')
const tables = (page: Page) => page.locator('.strat-section:visible')

async function choose(page: Page, name: RegExp): Promise<void> {
  await groups(page).getByRole('link', { name }).click()
  await expect(groups(page).getByRole('link', { name })).toHaveAttribute('aria-current', 'true')
}

test('one group’s tables are shown, its films and its pool, and the address says so to the next reader', async ({
  page,
  openReader,
}) => {
  await openDeal(page, twentyOneTables.url)
  await expect(tables(page)).toHaveCount(21)
  await choose(page, /^Loan Group 2/)
  await expect(page).toHaveURL(`${twentyOneTables.url}?group=loan-group-2`)
  await expect(tables(page)).toHaveCount(7)
  await expect(films(page).filter({ visible: true })).toHaveCount(7)
  await expect(page.getByRole('row', { name: /^Loan Group 2/ })).toContainText('2,649')
  const other = await openReader()
  await openDeal(other, page.url())
  await expect(tables(other)).toHaveCount(7)
  await choose(page, /^All tables/)
  await expect(page).toHaveURL(twentyOneTables.url)
  await expect(tables(page)).toHaveCount(21)
})

test('the same split of another group takes the place of the one in view', async ({ page }) => {
  await openDeal(page, `${twentyOneTables.url}#loan-group-1--dti`)
  const before = await page.locator('#loan-group-1--dti').boundingBox()
  await choose(page, /^Loan Group 2/)
  const after = async () => (await page.locator('#loan-group-2--dti').boundingBox())?.y
  await expect.poll(after).toBeCloseTo(before?.y ?? 0, -1)
  await page.keyboard.press('g')
  await expect(page.locator('#dti')).toBeInViewport()
  await expect(page).toHaveURL(/group=whole-pool/)
})

test('a section leads to its split of the other groups, also from behind the switch', async ({ page }) => {
  await openDeal(page, `${twentyOneTables.url}?group=loan-group-1`)
  const states = section(page, 'Geographic Distribution of the Mortgaged Properties, Loan Group 1')
  await states.getByRole('link', { name: 'Loan Group 2' }).click()
  await expect(page).toHaveURL(/group=loan-group-2#loan-group-2--state$/)
  await expect(page.locator('#loan-group-2--state')).toBeInViewport()
})

test('an address of a table that its group hides shows the table', async ({ page }) => {
  await openDeal(page, `${twentyOneTables.url}?group=loan-group-1#loan-group-2--state`)
  await expect(page.locator('#loan-group-2--state')).toBeInViewport()
  await expect(page).toHaveURL(/group=loan-group-2/)
})

test('going back leads to the group that was shown before', async ({ page }) => {
  await openDeal(page, twentyOneTables.url)
  await choose(page, /^Loan Group 1/)
  await choose(page, /^Loan Group 2/)
  await page.goBack()
  await expect(page).toHaveURL(/group=loan-group-1/)
  await expect(groups(page).getByRole('link', { name: /^Loan Group 1/ })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await expect(tables(page)).toHaveCount(7)
  await page.goBack()
  await expect(page).toHaveURL(twentyOneTables.url)
  await expect(tables(page)).toHaveCount(21)
})

test('a group that the filing does not have shows all, and the page says so', async ({ page }) => {
  await openDeal(page, `${twentyOneTables.url}?group=loan-group-1`)
  const told = page.getByText('names a loan group of which this page has no table')
  await expect(told).toBeHidden()
  await openDeal(page, `${twentyOneTables.url}?group=nowhere`)
  await expect(told).toBeVisible()
  await expect(tables(page)).toHaveCount(21)
  await expect(groups(page).getByRole('link', { name: /^All tables/ })).toHaveAttribute(
    'aria-current',
    'true',
  )
})

test('paper has every group', async ({ page }) => {
  await openDeal(page, `${twentyOneTables.url}?group=loan-group-1`)
  await page.emulateMedia({ media: 'print' })
  await expect(tables(page)).toHaveCount(21)
})

test('without scripts the switch does the same', async ({ openReader }) => {
  const page = await openReader({ javaScriptEnabled: false })
  await page.goto(twentyOneTables.url)
  await groups(page)
    .getByRole('link', { name: /^Whole pool/ })
    .click()
  await expect(tables(page)).toHaveCount(7)
  await expect(tables(page).first()).toHaveAttribute('id', 'occupancy')
  await groups(page)
    .getByRole('link', { name: /^All tables/ })
    .click()
  await expect(tables(page)).toHaveCount(21)
})

test('the index finds one table of sixty by a few letters', async ({ page, strata }) => {
  await addFilings(strata, sixtyTables)
  await openDeal(page, sixtyTables.url)
  await page.keyboard.press('i')
  const index = page.getByRole('dialog', { name: 'Index of tables' })
  await expect(index.getByRole('link')).toHaveCount(60)
  await expect(index.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('group 2 ltv')
  await expect(index.getByRole('link').filter({ visible: true })).toHaveText([/Original LTV/, /Combined LTV/])
  await expect(index).toContainText('2 of 60 tables')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(index).toBeHidden()
  await expect(page.locator('#loan-group-2--combined-ltv')).toBeInViewport()
  await page.keyboard.press('i')
  await expect(index.locator('[aria-current="true"]')).toHaveText(/Combined LTV/)
  await page.keyboard.press('Escape')
  await expect(index).toBeHidden()
})

test('the index opens without scripts', async ({ openReader }) => {
  const page = await openReader({ javaScriptEnabled: false })
  await page.goto(twentyOneTables.url)
  await page.getByRole('button', { name: /^Index/ }).click()
  await expect(page.getByRole('dialog', { name: 'Index of tables' }).getByRole('link')).toHaveCount(21)
})

test('keys walk the tables of the group that is shown', async ({ page }) => {
  await openDeal(page, `${twentyOneTables.url}?group=loan-group-2`)
  await page.keyboard.press('j')
  await expect(page.locator('#loan-group-2--occupancy')).toBeFocused()
  await page.keyboard.press('j')
  await expect(page.locator('#loan-group-2--purpose')).toBeFocused()
})
