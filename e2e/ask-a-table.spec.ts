import type { Page } from '@playwright/test'
import { bodyOf, openDeal, section } from './deal-page.ts'
import { samples } from './filings.ts'
import { expect, readingTest as test } from './strata.ts'

const ratios = 'Original Loan-to-Value Ratios'
const edge = (page: Page) => page.getByRole('textbox', { name: 'The edge' })
const answer = (page: Page) => page.getByRole('heading', { level: 2 })
const asking = `${samples.harborPoint.url}/ask/original-ltv`

test('an edge between two rows is answered as an interval, with the rows it rests on, for the next reader too', async ({
  page,
  openReader,
}) => {
  await openDeal(page, samples.harborPoint.url)
  await section(page, ratios).getByRole('link', { name: 'Ask' }).click()
  await expect(page.getByRole('heading', { level: 1, name: ratios })).toBeVisible()
  await edge(page).fill('77')
  await edge(page).press('Enter')
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
  await page.getByRole('link', { name: 'above 80', exact: true }).click()
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
  expect(
    (await bodyOf(page.getByRole('table', { name: 'regrouped' }))).map(([label, loans]) => [label, loans]),
  ).toEqual([
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
    await edge(page).fill(typed)
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible()
    await expect(edge(page)).toHaveValue(typed)
    await expect(page.getByLabel('New edges')).toBeVisible()
  })

test('what lies between two edges is answered, and a second edge below the first is told beside its field', async ({
  page,
}) => {
  await page.goto(asking)
  await page.getByRole('radio', { name: 'Between' }).check()
  await edge(page).fill('70')
  await page.getByRole('textbox', { name: 'The upper edge' }).fill('80')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(answer(page)).toHaveText(/^Original LTV above 70 and at most 80: .* of balance, exactly\.$/)
  await page.getByRole('textbox', { name: 'The upper edge' }).fill('60')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: 'Nothing lies above 70 and at most 60' }),
  ).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'The upper edge' })).toHaveAttribute('aria-invalid', 'true')
})

test('an edge moves by keys, by a click on the chart and by a click between two rows', async ({ page }) => {
  await page.goto(`${asking}?above=77`)
  const slider = page.getByRole('slider', { name: 'The edge' })
  await slider.press('ArrowRight')
  await expect(answer(page)).toHaveText('Original LTV above 80: 22.34% of balance, exactly.')
  await expect(slider).toBeFocused()
  await expect(slider).toHaveAttribute('aria-valuetext', '80')
  await expect(page).toHaveURL(/above=80/)
  await expect(edge(page)).toHaveValue('80')

  const plot = page.locator('.edge-drag')
  const box = await plot.boundingBox()
  if (!box) throw new Error('The chart has no place.')
  await plot.click({ position: { x: box.width / 2, y: 100 } })
  await expect(edge(page)).not.toHaveValue('80')
  const halfway = await answer(page).textContent()
  await page.mouse.move(box.x + box.width / 2, box.y + 100)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 40, box.y + 100, { steps: 4 })
  await page.mouse.up()
  await expect(answer(page)).not.toHaveText(halfway ?? '')

  await page.getByRole('link', { name: 'Ask above 70', exact: true }).click()
  await expect(answer(page)).toHaveText(/^Original LTV above 70: /)
})

test('rows are joined by ticking them and by dragging over their ticks', async ({ page }) => {
  await page.goto(asking)
  await page.getByRole('checkbox', { name: '80.01 to 85.00' }).check()
  await page.getByRole('button', { name: 'Join ticked rows' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Tick two rows or more' })).toBeVisible()
  await page.getByRole('checkbox', { name: '80.01 to 85.00' }).check()
  await page.getByRole('checkbox', { name: '85.01 to 90.00' }).check()
  await page.getByRole('button', { name: 'Join ticked rows' }).click()
  await expect(answer(page)).toHaveText('11 rows regrouped into 10, all exact.')
  await expect(page.getByRole('cell', { name: '80.01 to 90', exact: true })).toBeVisible()

  const from = await page.getByRole('checkbox', { name: '55.01 to 60.00' }).boundingBox()
  const to = await page.getByRole('checkbox', { name: '65.01 to 70.00' }).boundingBox()
  if (!from || !to) throw new Error('The ticks have no place.')
  await page.mouse.move(from.x + 6, from.y + 6)
  await page.mouse.down()
  await page.mouse.move(to.x + 6, to.y + 6, { steps: 6 })
  await page.mouse.up()
  await expect(answer(page)).toHaveText('11 rows regrouped into 8, all exact.')
})

test('an answer is copied with the addresses of its rows', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${asking}?above=77`)
  await page.getByRole('button', { name: 'Copy with sources' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('Original LTV above 77: 22.33% to 59.03% of balance')
  expect(copied).toMatch(/http:\/\/127\.0\.0\.1:\d+\/deals\/harbor-point[^ ]*\/source\?filing=/)
  expect(copied).toMatch(/http:\/\/127\.0\.0\.1:\d+\/deals\/harbor-point[^ ]*\?above=77$/)
})

test('an edge, two edges and joined rows are asked for without a script', async ({ openReader }) => {
  const page = await openReader({ javaScriptEnabled: false })
  await page.goto(asking)
  await page.getByRole('radio', { name: 'Between' }).check()
  await edge(page).fill('70')
  await page.getByRole('textbox', { name: 'The upper edge' }).fill('80')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(answer(page)).toHaveText(/^Original LTV above 70 and at most 80: /)
  await page.getByRole('checkbox', { name: '80.01 to 85.00' }).check()
  await page.getByRole('checkbox', { name: '85.01 to 90.00' }).check()
  await page.getByRole('button', { name: 'Join ticked rows' }).click()
  await expect(answer(page)).toHaveText('11 rows regrouped into 10, all exact.')
})
