import type { Locator } from '@playwright/test'
import { bodyOf, labelsOf, openDeal, section, tableIn } from './deal-page.ts'
import { samples } from './filings.ts'
import { expect, readingTest as test } from './strata.ts'

const purposes = 'Loan Purposes'
const states = 'Geographic Distribution of Mortgaged Properties'

// Read by eye from the sample: 134 of 287 loans are 46.69 %, 38,868,688.16 of 83,422,786.30 are 46.59 %.
const largestByLoans = 'share of loans, 3 rows. Largest: Purchase 46.69%'
const largestByBalance = 'share of balance, 3 rows. Largest: Purchase 46.59%'

/** How bold the figures of a column are: the measure that is read stands out. */
function weightOf(table: Locator, row: string, cell: number): Promise<number> {
  return table
    .getByRole('row', { name: row })
    .getByRole('cell')
    .nth(cell)
    .evaluate(element => Number(getComputedStyle(element).fontWeight))
}

test.beforeEach(async ({ page }) => {
  await openDeal(page, samples.harborPoint.url)
})

test('the buttons turn charts and tables over to another measure, and the address says which', async ({
  page,
}) => {
  const measures = page.getByRole('group', { name: 'Measure' })
  const chart = section(page, purposes).getByRole('img', { name: purposes })
  const table = tableIn(page, purposes)
  await expect(chart).toHaveAccessibleName(new RegExp(largestByBalance))
  await measures.getByRole('button', { name: 'Loans' }).click()
  await expect(measures.getByRole('button', { name: 'Loans' })).toHaveAttribute('aria-pressed', 'true')
  await expect(measures.getByRole('button', { pressed: true })).toHaveCount(1)
  await expect(chart).toHaveAccessibleName(new RegExp(largestByLoans))
  await expect(page).toHaveURL(/\?measure=count$/)
  expect(await weightOf(table, 'Purchase', 0)).toBeGreaterThan(await weightOf(table, 'Purchase', 2))
  await measures.getByRole('button', { name: 'Balance', exact: true }).click()
  await expect(chart).toHaveAccessibleName(new RegExp(largestByBalance))
  await expect(page).toHaveURL(/\?measure=balance$/)
  expect(await weightOf(table, 'Purchase', 1)).toBeGreaterThan(await weightOf(table, 'Purchase', 0))
  await measures.getByRole('button', { name: 'Percent' }).click()
  await expect(page).toHaveURL(samples.harborPoint.url)
})

test('the keys b, c and p do the same', async ({ page }) => {
  const pressed = page.getByRole('group', { name: 'Measure' }).getByRole('button', { pressed: true })
  for (const [key, name] of [
    ['c', 'Loans'],
    ['b', 'Balance'],
    ['p', 'Percent of balance'],
  ] as const) {
    await expect(async () => {
      await page.keyboard.press(key)
      await expect(pressed).toHaveAccessibleName(name, { timeout: 500 })
    }).toPass()
  }
})

test('shares add up row by row in a column of their own, and it goes again', async ({ page }) => {
  const toggle = section(page, purposes).getByRole('button', { name: 'Cumulative' })
  const table = tableIn(page, purposes)
  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await expect(table.getByRole('columnheader', { name: /^Cum/ })).toBeVisible()
  // 16,468,575.28, then 55,337,263.44, then all of 83,422,786.30.
  expect((await bodyOf(table)).map(cells => cells.at(-1))).toEqual(['19.74', '66.33', '100.00'])
  await expect(page).toHaveURL(/cumulative=purpose/)
  await page.keyboard.press('c')
  // 59, then 193, then all of 287 loans.
  expect((await bodyOf(table)).map(cells => cells.at(-1))).toEqual(['20.56', '67.25', '100.00'])
  await toggle.click()
  await expect(table.getByRole('columnheader', { name: /^Cum/ })).toHaveCount(0)
  await expect(page).not.toHaveURL(/cumulative/)
})

test('a heading sorts its table, turns it round, and gives the order of the filing back', async ({
  page,
}) => {
  const table = tableIn(page, states)
  const heading = table.getByRole('columnheader', { name: 'Balance, $' })
  const asFiled = await labelsOf(table).allInnerTexts()
  const largestFirst = [
    'Massachusetts',
    'Connecticut',
    'New York',
    'New Hampshire',
    'Other (less than 2%)',
    'New Jersey',
    'Rhode Island',
    'Maine',
  ]
  await heading.getByRole('button').click()
  await expect(labelsOf(table)).toHaveText(largestFirst)
  await expect(heading).toHaveAttribute('aria-sort', 'descending')
  await expect(page).toHaveURL(/sort=state\.balance-desc/)
  await heading.getByRole('button').click()
  await expect(labelsOf(table)).toHaveText(largestFirst.toReversed())
  await expect(heading).toHaveAttribute('aria-sort', 'ascending')
  await heading.getByRole('button').click()
  await expect(labelsOf(table)).toHaveText(asFiled)
  await expect(page).not.toHaveURL(/sort/)
})
