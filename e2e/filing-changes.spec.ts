import { bodyOf } from './deal-page.ts'
import { addFilings } from './filings.ts'
import { expect, sharingTest as test } from './strata.ts'
import { finalPool, termSheet, changingUrl as url } from './two-filings.ts'

test('what changed between two filings is told row by row, and one of them is deleted alone and comes back', async ({
  page,
  strata,
}) => {
  for (const filing of [termSheet, finalPool]) await addFilings(strata, filing)
  await page.goto(url)
  const filings = page.getByRole('navigation', { name: 'Filings of this deal' })
  await expect(page.getByText('From the term-sheet.txt.')).toBeVisible()
  await filings
    .getByRole('link', { name: 'What changed from the term-sheet.txt to the final-pool.txt' })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'What changed in Elderflower Mortgage Trust 2002-7',
  )
  const table = page.getByRole('region', {
    name: 'Geographic Distribution of Mortgaged Properties',
    exact: true,
  })
  const rows = await bodyOf(table.getByRole('table'))
  const rowOf = (label: string) => rows.find(([first]) => first === label)?.join(' ')
  expect(rowOf('California')).toMatch(/changed.*at least 10 left.*50 40 −10/)
  expect(rowOf('New York')).toMatch(/same/)
  expect(rowOf('Texas')).toMatch(/gone.*at least 20 left/)
  expect(rowOf('Florida')).toMatch(/added.*at least 30 entered/)

  await page.getByRole('link', { name: 'In the final-pool.txt' }).click()
  await expect(page).toHaveURL(/\/filings\/[0-9a-f]{12}#state$/)
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toContainText('final-pool.txt')
  await page.getByText('Edit', { exact: true }).click()
  await page.getByRole('button', { name: 'Delete this filing alone' }).click()
  await expect(page.getByText('A filing of Elderflower Mortgage Trust 2002-7 was deleted.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(filings).toContainText('This deal has 2 filings')
})

test('an address that names no filing of the deal says so and shows what there is', async ({
  page,
  strata,
}) => {
  for (const filing of [termSheet, finalPool]) await addFilings(strata, filing)
  await page.goto(`${url}/changes?from=ffffffffffff`)
  await expect(page.getByRole('alert').filter({ hasText: 'The deal has no such filing' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: 'California' })).toBeVisible()
})
