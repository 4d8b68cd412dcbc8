import { withStrata } from '../lib/testing/with-strata.ts'
import { addFilings, type InHand } from './filings.ts'
import { test as base, expect } from './strata.ts'

/** One more than a trend has links for (components/trends/trend-section.tsx). */
const count = 401

/** A server of its own: emptying a library of hundreds of deals takes longer than starting one. */
const test = base.extend({
  strata: async ({ browserName: _ }, use) =>
    withStrata(async strata => {
      await addFilings(strata, ...Array.from({ length: count }, (_each, order) => filingOf(order + 1)))
      await use(strata)
    }),
})

/** A pool of 100 loans, cut off a month after the one before, with a share of California that grows with it. */
function filingOf(order: number): InHand {
  const year = 1994 + Math.floor((order - 1) / 30)
  const month = new Date(Date.UTC(2000, order % 12, 1)).toLocaleString('en-US', {
    month: 'long',
    timeZone: 'UTC',
  })
  const trust = `Wrenfield Mortgage Trust ${year}-${order}`
  const [west, east] = [1000 + order, 9000 - order]
  const row = (state: string, loans: number, cents: number) =>
    `${state.padEnd(24)}${String(loans).padStart(6)}${dollars(cents).padStart(22)}${`${(cents / 100).toFixed(2)}%`.padStart(14)}`
  return {
    name: `wrenfield-${order}.txt`,
    text: `                      ${trust}

  The mortgage loans described below are those of ${trust} as of the cut-off date,
  ${month} 1, ${year}.

             Geographic Distribution of Mortgaged Properties

                        Number of        Aggregate          Percent of
State                     Loans      Principal Balance     Pool Balance
-----------------------------------------------------------------------
${row('California', 40, west)}
${row('Texas', 60, east)}
${row('Total', 100, 10_000)}
`,
  }
}

/** Dollars of a share in hundredths of a percent, of a pool of ten million. */
function dollars(hundredths: number): string {
  return `$${(hundredths * 1000).toLocaleString('en-US')}.00`
}

test('a trend of more deals than it has links for tells what a point is when the pointer comes near, and lists every deal below', async ({
  page,
}) => {
  test.slow()
  await page.goto('/trends?measure=state.CA')
  const chart = page.getByRole('region', { name: 'Share in California' })
  await expect(chart.locator('[data-point]')).toHaveCount(count)
  await expect(chart.getByRole('link', { name: /Wrenfield/ })).toHaveCount(0)
  const point = chart.locator('[data-point="200"]')
  await point.scrollIntoViewIfNeeded()
  const box = await point.boundingBox()
  if (!box) throw new Error('the point is not drawn')
  const tip = page.locator('.trend-tip')
  // Scripts may still be loading; a pointer that rests while the points are asked for is answered all the same.
  await expect(async () => {
    await page.mouse.move(0, 0)
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await expect(tip).toBeVisible({ timeout: 3000 })
  }).toPass()
  await expect(tip).toContainText(/Wrenfield Mortgage Trust \d{4}-\d+/)
  const said = await tip.textContent()
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await expect(page).toHaveURL(/\/deals\/wrenfield-mortgage-trust-\d{4}-\d+#state$/)
  expect(said).toContain(await page.getByRole('heading', { level: 1 }).textContent())

  // The table below leads to every deal without a pointer.
  await page.goto('/trends?measure=state.CA')
  await page.getByRole('link', { name: /1994.*list its deals/ }).click()
  const rows = page.getByRole('rowheader', { name: /Wrenfield Mortgage Trust 1994-/ })
  await expect(rows).toHaveCount(30)
  await rows.first().getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Wrenfield Mortgage Trust 1994-/ })).toBeVisible()
})
