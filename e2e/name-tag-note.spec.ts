import { listedDeals as deals, openDeal, sourcePanel, tableIn } from './deal-page.ts'
import { addFilings, samples } from './filings.ts'
import { expect, test } from './strata.ts'

const { harborPoint, tidewater, alderRidge } = samples

test('a deal gets another name and keeps its address, and is found by both names', async ({
  page,
  strata,
}) => {
  await addFilings(strata, harborPoint, tidewater)
  await openDeal(page, harborPoint.url)
  await page.getByText('Edit', { exact: true }).click()
  await page.getByLabel('Name', { exact: true }).fill('Heather pool')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Heather pool' })).toBeVisible()
  await expect(page).toHaveURL(harborPoint.url)
  await expect(page.getByText(`Filed as ${harborPoint.name}`)).toBeVisible()
  for (const name of ['heather', 'harbor point']) {
    await page.goto(`/?q=${name}`)
    await expect(deals(page)).toHaveText(['Heather pool'])
  }
})

test('tags are given on the deal’s page and to ticked rows, and narrow the library', async ({
  page,
  strata,
}) => {
  await addFilings(strata, harborPoint, tidewater, alderRidge)
  await openDeal(page, harborPoint.url)
  await page.getByText('Edit', { exact: true }).click()
  await page.getByLabel('Tags').fill('watch, 2001 vintage')
  await page.getByRole('button', { name: 'Save' }).nth(1).click()
  const tags = page.getByRole('list', { name: 'Tags' }).getByRole('link')
  await expect(tags).toHaveText(['2001 vintage', 'watch'])
  await page.goto('/')
  await page.getByRole('checkbox', { name: `Tick ${alderRidge.name}` }).check()
  await page.getByLabel('Tags for the ticked deals').fill('watch')
  await page.getByRole('button', { name: 'Add tag' }).click()
  await expect(page).toHaveURL('/?tag=watch')
  await page.goto('/?tag=watch&sort=name')
  await expect(deals(page)).toHaveText([alderRidge.name, harborPoint.name], { useInnerText: true })
  await page.getByRole('link', { name: /^2001 vintage/ }).click()
  await expect(deals(page)).toHaveText([harborPoint.name])
})

test('a note on a figure stands on the deal’s page, in the panel and in the filing', async ({
  page,
  strata,
}) => {
  await addFilings(strata, harborPoint)
  await openDeal(page, harborPoint.url)
  await tableIn(page, 'Loan Purposes').locator('tbody a[data-at]').first().click()
  await sourcePanel(page).getByRole('link', { name: 'Note…' }).click()
  await page.getByLabel('Note on this place').fill('Checked against the supplement')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.locator('.note-text')).toHaveText('Checked against the supplement')
  await openDeal(page, harborPoint.url)
  const notes = page.getByRole('region', { name: 'Notes' })
  await expect(notes).toContainText('Checked against the supplement')
  const cell = tableIn(page, 'Loan Purposes').getByRole('cell', {
    name: /Note: Checked against the supplement/,
  })
  await expect(cell).toHaveAttribute('title', 'Note: Checked against the supplement')
  await expect(cell).toHaveCount(1)
  await notes.getByRole('link').first().click()
  await expect(sourcePanel(page)).toContainText('Note Checked against the supplement')
  await notes.getByText('Edit', { exact: true }).click()
  await notes.getByLabel('Note; save it empty to delete it').fill('')
  await notes.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('region', { name: 'Notes' })).toHaveCount(0)
})

test('a note on a figure of the pool is marked where the pool’s figures stand', async ({ page, strata }) => {
  await addFilings(strata, harborPoint)
  await openDeal(page, harborPoint.url)
  const pool = page.locator('.pool')
  await pool.locator('a[data-at]').first().click()
  await sourcePanel(page).getByRole('link', { name: 'Note…' }).click()
  await page.getByLabel('Note on this place').fill('As in the supplement')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.locator('.note-text')).toHaveText('As in the supplement')
  await openDeal(page, harborPoint.url)
  await expect(pool.getByTitle('Note: As in the supplement')).toHaveCount(1)
  await expect(pool).toContainText('Note: As in the supplement')
})

test('ticked deals are exported as one table', async ({ page, strata }) => {
  await addFilings(strata, harborPoint, tidewater)
  await page.goto('/')
  await page.getByRole('checkbox', { name: `Tick ${harborPoint.name}` }).check()
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ])
  expect(csv.suggestedFilename()).toBe('deals.csv')
  expect(csv.url()).toBe(`${strata.url}/api/export?deals=${harborPoint.url.split('/').at(-1)}&form=csv&tags=`)
})

test('columns are chosen, and the address keeps them', async ({ page, strata }) => {
  await addFilings(strata, harborPoint)
  await page.goto('/')
  await page.getByText('Columns', { exact: true }).click()
  const choice = page.getByRole('group', { name: /^Columns/ })
  for (const name of ['Loans', 'States']) await choice.getByLabel(name, { exact: true }).uncheck()
  await page.getByRole('button', { name: 'Show these' }).click()
  await expect(page.getByRole('columnheader', { name: 'WAM' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Loans' })).toHaveCount(0)
  await expect(page).toHaveURL(/columns=balance/)
  await page
    .getByRole('link', { name: 'No tables' })
    .or(page.getByRole('link', { name: /^WAC/ }))
    .first()
    .click()
  await expect(page.getByRole('columnheader', { name: 'Loans' })).toHaveCount(0)
})

test('an address of a place that the filing does not have says so and shows the filing', async ({
  page,
  strata,
}) => {
  await addFilings(strata, harborPoint, alderRidge)
  for (const at of ['99999:1-2', 'nowhere']) {
    await page.goto(`${harborPoint.url}/source?at=${at}`)
    await expect(page.getByText('The address names no place of this filing.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'The filing as printed' })).toBeVisible()
    await page.goto(`${harborPoint.url}?at=${at}`)
    await expect(sourcePanel(page)).toContainText('The address names no place in the filing.')
    await expect(sourcePanel(page).getByRole('link', { name: 'Read the filing' })).toBeVisible()
  }
  await page.goto(alderRidge.url)
  const foia = page.getByRole('link', { name: 'The SEC, Office of FOIA Services' })
  await expect(foia).toHaveAttribute('href', 'https://www.sec.gov/forms/request_public_docs')
  await expect(foia).toHaveAttribute('rel', 'noreferrer')
})
