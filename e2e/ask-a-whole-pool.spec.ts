import { groupedDeal, groupedFiling } from '../lib/testing/grouped-filing.ts'
import { bodyOf, openDeal } from './deal-page.ts'
import { addFilings, samples } from './filings.ts'
import { expect, sharingTest as test } from './strata.ts'

const grouped = { name: 'grouped.txt', text: groupedFiling() }
const home = `/deals/${groupedDeal}`

test.beforeEach(({ strata }) => addFilings(strata, grouped))

test('a pool that is printed for its loan groups alone is asked as a whole, with the rows of each group', async ({
  page,
  openReader,
}) => {
  await openDeal(page, home)
  await page.locator('#loan-group-1--original-ltv').getByRole('link', { name: 'Ask the whole pool' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Original LTV, whole pool')
  await page.getByRole('textbox', { name: 'The edge' }).fill('70')
  await page.getByRole('button', { name: 'Ask' }).click()
  const answer = page.getByRole('heading', { level: 2, name: 'Original LTV above 70' })
  await expect(answer).toHaveText('Original LTV above 70: 47.91% to 73.96% of balance.')
  // One of the groups has a row across 70, and across 90 the other.
  const exact = page.getByText('Exact at:').locator('..').getByRole('link')
  await expect(exact).toHaveText(['60', '80', '95'])
  for (const name of ['Loan Group 1', 'Loan Group 2'])
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
  const rows = await bodyOf(
    page.getByRole('region', { name: 'Loan Group 2', exact: true }).getByRole('table'),
  )
  expect(rows.find(([label]) => label === '60.01 to 80.00')?.slice(3)).toEqual([
    'in part',
    '0 to 40',
    '0.00 to 12,500,000.00',
  ])
  await page.getByRole('link', { name: 'above 80', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'above 80' })).toHaveText(
    'Original LTV above 80: 16.67% of balance, exactly.',
  )
  const colleague = await openReader()
  await colleague.goto(page.url())
  await colleague.getByRole('link', { name: /^Loan Group 2: 2 rows, lines/ }).click()
  await expect(colleague.locator('mark').first()).toContainText('80.01 to 90.00')
})

test('its loan groups side by side lead to the question of the whole pool', async ({ page }) => {
  await page.goto(`${home}/groups`)
  const ratios = page.getByRole('region', { name: 'Original Loan-to-Value Ratios', exact: true })
  await ratios.getByRole('link', { name: 'Ask the whole pool' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Original LTV, whole pool')
})

test('it stands in a comparison as a whole, and says that its loan groups are added up', async ({
  page,
  strata,
}) => {
  await addFilings(strata, samples.harborPoint)
  const harborPoint = samples.harborPoint.url.split('/').at(-1)
  await page.goto(`/compare?deals=${harborPoint},${groupedDeal}&dimension=original-ltv`)
  const ratios = page.getByRole('region', { name: 'Original loan-to-value ratio', exact: true })
  await expect(ratios.getByRole('columnheader', { name: /Marsh Lane/ })).toContainText(
    'added up over Loan Group 1 and Loan Group 2',
  )
  const names = await ratios.getByRole('columnheader').allTextContents()
  const rows = await bodyOf(ratios.getByRole('table'))
  const column = names.findIndex(name => name.includes('Marsh Lane'))
  expect(rows.find(([label]) => label?.startsWith('60.01'))?.[column]).toMatch(/^71\.87%|^71\.88%/)
})
