import { listedDeals as names } from './deal-page.ts'
import { fixtures, samples } from './filings.ts'
import { expect, readingTest, test } from './strata.ts'

const { harborPoint, tidewater, alderRidge } = samples
const quarryLane = fixtures.finalPoolTables

readingTest('a deal’s row gives its pool figures and how its checks came out', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.goto('/')
  const cells = page.getByRole('row', { name: harborPoint.name }).getByRole('cell')
  // Read by eye from the sample; the first cell holds the tick.
  for (const [index, says] of [
    '11 May 2001',
    '83,422,786',
    '287',
    '290,672',
    '7.193',
    '75.90',
    '355',
  ].entries())
    await expect(cells.nth(index + 1)).toHaveText(says)
  await expect(cells.nth(11)).toHaveText('MA 34.28')
  await expect(cells.last()).toHaveText(/^\d+ checks pass$/)
  await expect(page.getByRole('row', { name: alderRidge.name })).toContainText('filed on paper under Form SE')
})

readingTest('typing narrows the library to the deals whose words begin so', async ({ page }) => {
  await page.goto('/')
  const search = page.getByRole('searchbox', { name: 'Search the library' })
  await expect(names(page)).toHaveCount(4)
  // Typed anew until the page's script has arrived and answers to typing.
  await expect(async () => {
    await search.fill('')
    await search.pressSequentially('larkf')
    await expect(page).toHaveURL(/\?q=larkf$/, { timeout: 2000 })
  }).toPass()
  await expect(names(page)).toHaveText([harborPoint.name])
  await search.fill('zzz')
  await expect(page.getByText('No deal matches “zzz”')).toBeVisible()
  await page.getByRole('link', { name: 'Show the whole library' }).click()
  await expect(names(page)).toHaveCount(4)
})

readingTest('a figure as printed finds the deal that prints it, and the place', async ({ page }) => {
  for (const typed of ['83,422,786.30', '$83422786.30']) {
    await page.goto(`/?q=${encodeURIComponent(typed)}`)
    await expect(names(page)).toHaveText([harborPoint.name])
  }
  const found = page.getByRole('region', { name: '$83422786.30 is printed in one filing' })
  await found
    .getByRole('link', { name: /^Line \d+.*83,422,786\.30/ })
    .first()
    .click()
  await expect(page.locator('pre mark').first()).toHaveText('83,422,786.30')
  await page.goto('/?q=83,422,786.31')
  await expect(page.getByText('No deal matches “83,422,786.31”')).toBeVisible()
})

readingTest('headings sort the deals and turn them round', async ({ page }) => {
  await page.goto('/')
  const balance = page.getByRole('columnheader', { name: 'Balance, $' })
  await balance.getByRole('link').click()
  // $480.8 million, $83.4 million, $35.5 million, and one without tables.
  await expect(names(page)).toHaveText([tidewater.name, harborPoint.name, quarryLane.name, alderRidge.name])
  await expect(balance).toHaveAttribute('aria-sort', 'descending')
  await balance.getByRole('link').click()
  await expect(balance).toHaveAttribute('aria-sort', 'ascending')
  await expect(names(page).first()).toHaveText(quarryLane.name)
  await page.getByRole('columnheader', { name: 'Deal' }).getByRole('link').click()
  await expect(names(page)).toHaveText([alderRidge.name, harborPoint.name, quarryLane.name, tidewater.name])
})

readingTest('filters keep the deals of a year, or those without tables, and go again', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: /^2002/ }).click()
  await expect(names(page)).toHaveText([quarryLane.name])
  await page.getByRole('link', { name: 'Clear year signed' }).click()
  await expect(names(page)).toHaveCount(4)
  await page.getByRole('link', { name: /^No tables/ }).click()
  await expect(names(page)).toHaveText([alderRidge.name])
  await page.getByRole('link', { name: /^No tables/ }).click()
  await expect(names(page)).toHaveCount(4)
})

readingTest('an address keeps search, filter and order for the next person', async ({ page }) => {
  await page.goto('/?q=trust&sort=-balance')
  await expect(page.getByRole('searchbox', { name: 'Search the library' })).toHaveValue('trust')
  await expect(names(page).first()).toHaveText(tidewater.name)
  await page.goto('/?q=loan&year=2003')
  await expect(names(page)).toHaveText([alderRidge.name])
})

test('an empty library says what to drop and offers the sample filings', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Drop a filing to see its deal' })).toBeVisible()
  await page.getByRole('button', { name: 'Or try the sample filings' }).click()
  await expect(names(page)).toHaveCount(3)
  await expect(page.getByRole('heading', { name: 'Drop a filing to see its deal' })).toHaveCount(0)
  await expect(page.getByText(/^Drop filings anywhere on this page/)).toBeVisible()
  await names(page).filter({ hasText: tidewater.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: tidewater.name })).toBeVisible()
})
