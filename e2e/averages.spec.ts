import { openDeal, section, sourcePanel } from './deal-page.ts'
import { addFilings, fixtures } from './filings.ts'
import { expect, sharingTest as test } from './strata.ts'

const { averagesAndTail } = fixtures
const scores = 'FICO Score Distribution'

test.beforeEach(async ({ page, strata }) => {
  await addFilings(strata, averagesAndTail)
  await openDeal(page, averagesAndTail.url)
})

test('a column of averages is drawn as a second line, and the address says which', async ({
  page,
  openReader,
}) => {
  const chart = section(page, scores).getByRole('img', { name: scores })
  const line = page.getByRole('combobox', { name: 'Overlay' })
  await expect(chart.getByText('cumulative %')).toBeVisible()
  await line.selectOption('Avg rate')
  // Read by eye from the fixture: 6.853 in the last row, 7.930 in the first.
  await expect(chart).toHaveAccessibleName(/Line: Avg rate, %, from 6\.853 to 7\.930\.$/)
  await expect(chart.getByText('Avg rate, %')).toBeVisible()
  await expect(chart.getByText('cumulative %')).toHaveCount(0)
  await expect(page).toHaveURL(/\?line=waRatePct$/)
  const other = await openReader()
  await openDeal(other, page.url())
  await expect(section(other, scores).getByRole('img', { name: /Line: Avg rate/ })).toBeVisible()
  await line.selectOption('None')
  await expect(chart).toHaveAccessibleName(/Largest: [^:]*$/)
  await line.selectOption('Automatic')
  await expect(chart.getByText('cumulative %')).toBeVisible()
  await expect(page).toHaveURL(averagesAndTail.url)
})

test('the cumulative column of a table takes the line’s place in its chart', async ({ page }) => {
  const chart = section(page, scores).getByRole('img', { name: scores })
  await page.getByRole('combobox', { name: 'Overlay' }).selectOption('Avg score')
  await expect(chart).toHaveAccessibleName(/Line: Avg score/)
  await section(page, scores).getByRole('button', { name: 'Cumulative' }).click()
  await expect(chart.getByText('cumulative %')).toBeVisible()
  await expect(chart).not.toHaveAccessibleName(/Line:/)
})

test('what stands under the total is told under the table, with its check and its place', async ({
  page,
}) => {
  const table = section(page, scores)
  const least = table.getByText('Minimum', { exact: true }).locator('xpath=..')
  await expect(least).toContainText('505')
  await expect(least).toContainText('the rows allow 500 to 549')
  await expect(table.getByText('Maximum', { exact: true }).locator('xpath=..')).toContainText('open end')
  await least.getByRole('link', { name: '505' }).click()
  await expect(sourcePanel(page).locator('mark')).toHaveText('505')
})
