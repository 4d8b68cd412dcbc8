import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { fixtures, samples } from './filings.ts'
import { expect, readingTest } from './strata.ts'

const { harborPoint, tidewater, alderRidge } = samples
const quarryLane = fixtures.finalPoolTables

const names = (page: Page) =>
  page
    .getByRole('table', { name: /^Deals/ })
    .getByRole('rowheader')
    .getByRole('link')
const kind = (page: Page, name: RegExp) => page.getByRole('checkbox', { name })

/** Shares in New York, read by eye: 12.51 % and 2.36 % printed, below 3 % where it is not, and one filing without tables. */
const newYork = '/?state.NY__gt=2&sort=name'

readingTest('a share over a limit is certain, possible, or not reported', async ({ page }) => {
  await page.goto('/?sort=name')
  await page.getByText('Add a figure').click()
  await page.getByRole('combobox', { name: 'Figure' }).selectOption('state.NY')
  await page.getByRole('combobox', { name: 'Is', exact: true }).selectOption('gt')
  await page.getByLabel('Value').fill('2')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(kind(page, /^2 certain/)).toBeChecked()
  await expect(kind(page, /^1 possible/)).toBeChecked()
  await expect(kind(page, /^1 not reported/)).not.toBeChecked()
  await expect(names(page)).toHaveText([harborPoint.name, tidewater.name, quarryLane.name])
  const possible = page.getByRole('row', { name: quarryLane.name })
  await expect(possible).toContainText('0.00 to 3.00')
  await expect(page.getByRole('row', { name: harborPoint.name })).toContainText('12.51')
  await page.getByRole('link', { name: 'List it too' }).click()
  await expect(names(page).last()).toHaveText(alderRidge.name)
  await expect(page.getByRole('row', { name: alderRidge.name })).toContainText('not reported')
})

readingTest('the address shows the same to the next reader, without scripts too', async ({ openReader }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await openReader({ javaScriptEnabled })
    await page.goto(`${newYork}&match=certain,possible,unknown`)
    await expect(names(page)).toHaveText([harborPoint.name, tidewater.name, quarryLane.name, alderRidge.name])
    await page.getByRole('link', { name: 'Remove New York over 2%' }).click()
    await expect(page).toHaveURL(/\/\?match=/)
    await expect(names(page)).toHaveCount(4)
  }
})

readingTest('facets count as everything else is chosen, and go again as chips', async ({ page }) => {
  await page.goto(newYork)
  const facets = page.getByRole('navigation', { name: 'Facets' })
  await facets.getByRole('link', { name: /^2001 1 deal/ }).click()
  await expect(names(page)).toHaveText([harborPoint.name])
  await expect(facets.getByRole('link', { name: /^2004 1 deal/ })).toBeVisible()
  await page.getByRole('link', { name: 'Remove Year 2001' }).click()
  await expect(names(page)).toHaveCount(3)
})

readingTest('a slider narrows a figure, by its field too', async ({ page }) => {
  await page.goto('/')
  await expect(async () => {
    await page.getByRole('textbox', { name: 'Pool balance, $: at least' }).fill('100m')
    await expect(page).toHaveURL(/balance__gte=100m/, { timeout: 2000 })
  }).toPass()
  await expect(names(page)).toHaveText([tidewater.name])
  await page.getByRole('link', { name: 'Clear Pool balance' }).click()
  await expect(names(page)).toHaveCount(4)
  const least = page.getByRole('slider', { name: 'Pool balance, $: least' })
  await least.focus()
  await least.press('End')
  await expect(page).toHaveURL(/balance__gte=\d+/)
})

readingTest('what is not understood is told beside the form, and nothing else is lost', async ({ page }) => {
  await page.goto('/?figure=waltv&is=gte&value=much&year=2004')
  await expect(page.getByRole('alert').filter({ hasText: '“much” is no figure' })).toBeVisible()
  await expect(page.getByLabel('Value')).toHaveValue('much')
  await expect(names(page)).toHaveText([tidewater.name])
})

readingTest('a search is kept under a name, found again, and forgotten', async ({ page }) => {
  await page.goto(newYork)
  await page.getByText('Save search').click()
  await page.getByLabel('Name of this search').fill('New York pools')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page).toHaveURL(/state\.NY__gt=2/)
  await page.goto('/')
  await page.getByText('Saved searches').click()
  await page.getByRole('link', { name: 'New York pools' }).click()
  await expect(names(page)).toHaveCount(3)
  await page.goto('/')
  await page.getByText('Saved searches').click()
  await page.getByRole('button', { name: 'Forget New York pools' }).click()
  await expect(page.getByText('Saved searches')).toHaveCount(0)
})

readingTest('typing in the top bar offers deals and figures, by keyboard', async ({ page }) => {
  await page.goto(tidewater.url)
  const search = page.getByRole('combobox', { name: 'Search deals, series and parties' })
  await expect(async () => {
    await search.fill('')
    await search.pressSequentially('harb')
    await expect(page.getByRole('option', { name: harborPoint.name })).toBeVisible({ timeout: 2000 })
  }).toPass()
  await search.press('ArrowDown')
  await expect(page.getByRole('option', { selected: true })).toContainText(harborPoint.name)
  await search.press('Escape')
  await expect(page.getByRole('option')).toHaveCount(0)
  await search.fill('83,422,786.30')
  await expect(page.getByRole('group', { name: 'Printed in one filing' })).toBeVisible()
  await expect(page.getByRole('option', { name: /^Pool balance over \$83,422,786/ })).toContainText('1 deal')
  await search.press('ArrowDown')
  await search.press('Enter')
  await expect(page.locator('pre mark').first()).toHaveText('83,422,786.30')
})

readingTest('a narrowed library is accessible, in a window of a phone too', async ({ openReader }) => {
  for (const width of [1440, 320]) {
    const page = await openReader({ viewport: { width, height: 800 } })
    await page.goto(`${newYork}&match=certain,possible,unknown`)
    await page.getByText('Add a figure').click()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  }
})

readingTest(
  'deals are ordered by how near their figures are to those of one, and the address says so',
  async ({ page, openReader }) => {
    await page.goto(`${harborPoint.url}/similar`)
    await page.getByRole('link', { name: 'All deals, the nearest first' }).click()
    await expect(page.getByRole('link', { name: `Nearest first to ${harborPoint.name}` })).toBeVisible()
    const heads = page
      .getByRole('table', { name: /^Deals/ })
      .locator('tbody')
      .getByRole('rowheader')
    await expect(heads.first()).toContainText(harborPoint.name)
    await expect(heads.last()).toContainText(alderRidge.name)

    const colleague = await openReader()
    await colleague.goto('/')
    await colleague.getByText('Nearest to …').click()
    await colleague.getByLabel('Nearest first to').fill('no such trust')
    await colleague.getByRole('button', { name: 'Order' }).click()
    await expect(colleague.getByRole('alert').filter({ hasText: 'No deal is found by' })).toBeVisible()
    await colleague.getByLabel('Nearest first to').fill('tidewater')
    await colleague.getByRole('button', { name: 'Order' }).click()
    await expect(
      colleague
        .getByRole('table', { name: /^Deals/ })
        .locator('tbody')
        .getByRole('rowheader')
        .first(),
    ).toContainText(tidewater.name)
  },
)
