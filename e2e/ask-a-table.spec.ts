import { bodyOf, openDeal, section } from './deal-page.ts'
import { samples } from './filings.ts'
import { expect, readingTest as test } from './strata.ts'

const ratios = 'Original Loan-to-Value Ratios'
const asking = `${samples.harborPoint.url}/ask/original-ltv`

test('an edge between two rows is answered as an interval, with the rows it rests on, for the next reader too', async ({
  page,
  openReader,
}) => {
  await openDeal(page, samples.harborPoint.url)
  await section(page, ratios).getByRole('link', { name: 'Ask' }).click()
  await expect(page.getByRole('heading', { level: 1, name: ratios })).toBeVisible()
  await page.getByLabel('The edge').fill('77')
  await page.getByLabel('The edge').press('Enter')
  const answer = page.getByRole('heading', { level: 2, name: 'Original LTV above 77' })
  await expect(answer).toHaveText('Original LTV above 77: 22.33% to 59.03% of balance.')
  const rows = await bodyOf(page.getByRole('table'))
  expect(rows.find(([label]) => label === '75.01 to 80.00')?.slice(3)).toEqual([
    'in part',
    '0 to 106',
    '0.00 to 30,605,931.50',
  ])
  expect(rows.find(([label]) => label === '80.01 to 85.00')?.slice(3)).toEqual([
    'in full',
    '17',
    '4,355,465.56',
  ])

  const colleague = await openReader()
  await colleague.goto(page.url())
  await expect(colleague.getByRole('heading', { level: 2 })).toHaveText((await answer.textContent()) ?? '')
  await colleague.getByRole('link', { name: /75\.01 to 80\.00/ }).click()
  await expect(colleague.locator('mark').first()).toContainText('75.01 to 80.00')
})

test('a printed edge is answered exactly', async ({ page }) => {
  await page.goto(`${asking}?above=77`)
  await page.getByRole('link', { name: 'above 80' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(
    'Original LTV above 80: 22.34% of balance, exactly.',
  )
})

test('rows are joined at edges of one’s own, and an edge within a row is told as an interval', async ({
  page,
}) => {
  await page.goto(asking)
  await page.getByLabel('New edges').fill('60, 80, 90')
  await page.getByRole('button', { name: 'Regroup' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('11 rows regrouped into 4, all exact.')
  expect((await bodyOf(page.getByRole('table'))).map(([label, loans]) => [label, loans])).toEqual([
    ['60 and below', '34'],
    ['60.01 to 80', '188'],
    ['80.01 to 90', '41'],
    ['Above 90', '24'],
  ])
  await page.getByLabel('New edges').fill('77')
  await page.getByRole('button', { name: 'Regroup' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(
    '11 rows regrouped into 2, 0 of them exact.',
  )
})

for (const [typed, says] of [
  ['high', '“high” is no figure of this table. Type one as 75.'],
  ['400', 'Original loan-to-value ratio is never above 300.'],
] as const)
  test(`an edge as ${typed} is told beside its field, and nothing else is lost`, async ({ page }) => {
    await page.goto(asking)
    await page.getByLabel('The edge').fill(typed)
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible()
    await expect(page.getByLabel('The edge')).toHaveValue(typed)
    await expect(page.getByLabel('New edges')).toBeVisible()
  })
