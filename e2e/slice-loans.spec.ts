import { bodyOf } from './deal-page.ts'
import { addFilings, samples } from './filings.ts'
import { exhibit, exhibitUrl } from './loans-exhibit.ts'
import { expect, test } from './strata.ts'

test('loans in Texas with a coverage under 1.5 are chosen, cut, split and shared', async ({
  page,
  strata,
  openReader,
}) => {
  await addFilings(strata, exhibit)
  await page.goto(exhibitUrl)
  await page.getByRole('link', { name: 'Choose and sort the loans' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Loans, chosen and sorted')

  await page.getByRole('textbox', { name: 'Add a filter' }).fill('Texas, DSCR under 1.5')
  await page.getByRole('textbox', { name: 'Add a filter' }).press('Enter')
  await expect(page).toHaveURL(/slice\?state=TX&debt-service-coverage__lt=1\.5$/)
  await expect(page.getByRole('status').filter({ hasText: 'of 4 loans' })).toHaveText(
    '1 of 4 loans, 40.00% of the balance',
  )
  const chosen = page.getByRole('row', { name: /^Chosen loans/ })
  await expect(chosen).toContainText('8,000,000.00')
  await expect(page.getByText('Debt service coverage: 1 loan, $2,000,000.00, do not tell it')).toBeVisible()

  await page.getByRole('link', { name: /^Remove Debt service coverage/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'of 4 loans' })).toHaveText(
    '3 of 4 loans, 80.00% of the balance',
  )
  const edges = page.getByRole('textbox', { name: /^Edges of Loan-to-value/ })
  await edges.fill('25, 35')
  await edges.press('Enter')
  const ratios = page.getByRole('region', { name: 'Loan-to-value ratio at securitization', exact: true })
  await expect(ratios.getByRole('rowheader', { name: 'over 25 to 35' })).toBeVisible()
  const rows = await bodyOf(ratios.getByRole('table'))
  expect(rows.map(([label, count]) => [label, count])).toEqual([
    ['25 or less', '1'],
    ['over 25 to 35', '1'],
    ['over 35', '1'],
  ])

  await page.getByRole('combobox', { name: 'Rows' }).selectOption('State')
  await page.getByRole('combobox', { name: 'Columns' }).selectOption({ value: 'current-ltv' })
  await page.getByRole('button', { name: 'Split' }).click()
  const matrix = page.getByRole('table', { name: /State down/ })
  await expect(matrix).toBeVisible()
  expect(await bodyOf(matrix)).toEqual([
    ['Texas', '2,000,000.00', '6,000,000.00', '8,000,000.00', '16,000,000.00'],
  ])

  const colleague = await openReader()
  await colleague.goto(page.url())
  await expect(colleague.getByRole('table', { name: /State down/ })).toBeVisible()
  await expect(colleague.getByRole('rowheader', { name: 'over 25 to 35' }).first()).toBeVisible()
})

test('a filter that nobody can judge is told beside its field, and none left says what to take off', async ({
  page,
  strata,
}) => {
  await addFilings(strata, exhibit)
  await page.goto(exhibitUrl)
  await page.getByRole('link', { name: 'Choose and sort the loans' }).click()
  await page.getByRole('textbox', { name: 'Add a filter' }).fill('Atlantis')
  await page.getByRole('button', { name: 'Add', exact: true }).first().click()
  await expect(page.getByRole('alert').filter({ hasText: 'Atlantis' })).toContainText('names nothing')
  await page.getByRole('textbox', { name: 'Add a filter' }).fill('Ohio, balance over 5m')
  await page.getByRole('textbox', { name: 'Add a filter' }).press('Enter')
  await expect(page.getByText('No loan meets all of these filters.')).toBeVisible()
  await page.getByRole('link', { name: 'Without “State”' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'of 4 loans' })).toHaveText(
    '2 of 4 loans, 70.00% of the balance',
  )
})

test('a deal that prints tables alone has no loans to choose', async ({ page, strata }) => {
  await addFilings(strata, samples.harborPoint)
  await page.goto(`${samples.harborPoint.url}/slice`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No single loans')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the same forms choose and split loans', async ({ page, strata }) => {
    await addFilings(strata, exhibit)
    await page.goto(exhibitUrl)
    await page.getByRole('link', { name: 'Choose and sort the loans' }).click()
    await page.getByRole('textbox', { name: 'Add a filter' }).fill('Texas')
    await page.getByRole('button', { name: 'Add', exact: true }).first().click()
    await expect(page.getByRole('status').filter({ hasText: 'of 4 loans' })).toHaveText(
      '3 of 4 loans, 80.00% of the balance',
    )
    await page.getByRole('button', { name: 'Split' }).click()
    await expect(page.getByRole('table', { name: /State down/ })).toBeVisible()
  })
})
