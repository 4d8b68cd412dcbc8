import { definition, openDeal, section } from './deal-page.ts'
import { addFilings, replaceWords, samples, textOf } from './filings.ts'
import { expect, test } from './strata.ts'

const { harborPoint } = samples
const states = 'Geographic Distribution of Mortgaged Properties'

test.beforeEach(async ({ strata }) => {
  // Ten dollars more than the sample's rows add up to; every percent stays what it was.
  const text = replaceWords(textOf(harborPoint), [['28,599,956.41', '28,599,966.41']])
  await addFilings(strata, { name: 'one-digit-changed.txt', text })
})

test('the deal says loudly which column fails, by how much, and what is allowed', async ({ page }) => {
  await openDeal(page, harborPoint.url)
  await expect(page.getByText('139 of 140 checks pass')).toBeVisible()
  const alarm = section(page, states).getByRole('note')
  await expect(alarm.getByRole('heading', { name: 'One check fails' })).toBeVisible()
  await expect(alarm).toContainText('Balance')
  await expect(definition(alarm, 'Printed')).toHaveText('$83,422,786.30')
  await expect(definition(alarm, 'Sum of the rows')).toHaveText('$83,422,796.30')
  await expect(definition(alarm, 'Difference')).toHaveText('+$10.00')
  await expect(definition(alarm, 'Allowed')).toHaveText('$0.00')
  await expect(section(page, states).getByRole('link', { name: /^1 of \d+ fail$/ })).toBeVisible()
  await expect(page.getByRole('note')).toHaveCount(1)
  await expect(page.getByText('Fails in').getByRole('link', { name: states })).toBeVisible()
  await alarm.getByRole('link', { name: '$83,422,786.30' }).first().click()
  await expect(page.locator('mark')).toHaveText('83,422,786.30')
})

test('the chart frames and crosses the row on which a check fails, before and after it comes to life', async ({
  page,
  strata,
}) => {
  const words: [string, string][] = [['157,817,606.66       32.82', '157,817,606.66       38.82']]
  const changed = replaceWords(textOf(samples.tidewater), words)
  await addFilings(strata, { name: 'percent-changed.txt', text: changed })
  await openDeal(page, samples.tidewater.url)
  const figure = section(page, 'Original Loan-to-Value Ratios').locator('.figure-box')
  await expect(figure.locator('svg:visible .ch-fail')).toHaveCount(1)
  await figure.dispatchEvent('pointerenter')
  await expect(figure.locator('.figure-plot .ch-fail')).toHaveCount(1)
  await expect(figure.locator('.figure-plot .ch-fail-frame')).toHaveCount(1)
})

test('the ledger puts the failing check first, with its figures and its line', async ({ page }) => {
  await page.goto(`${harborPoint.url}/ledger`)
  const alarm = page.getByRole('region', { name: 'Failing checks' })
  await expect(alarm.getByRole('heading', { name: `${states}: one check fails` })).toBeVisible()
  await expect(definition(alarm, 'Sum of the rows')).toHaveText('$83,422,796.30')
  await expect(alarm).toContainText('$83,422,786.30')
  await expect(definition(alarm, 'Difference')).toHaveText('+$10.00')
  await expect(definition(alarm, 'Allowed')).toHaveText('$0.00')
  await expect(alarm.getByRole('link', { name: 'line 92' })).toBeVisible()
})

test('the library names the deal as failing, and can show such deals alone', async ({ page, strata }) => {
  await addFilings(strata, samples.tidewater)
  await page.goto('/')
  const row = page.getByRole('row', { name: harborPoint.name })
  await expect(row.getByRole('cell').last()).toHaveText(/^1 of \d+ fail$/)
  await page.getByRole('link', { name: /^Some fail/ }).click()
  await expect(page.getByRole('table', { name: /^Deals/ }).getByRole('rowheader')).toHaveCount(1)
  await expect(row).toBeVisible()
})
