import { bodyOf } from './deal-page.ts'
import { fixtures, samples } from './filings.ts'
import { expect, readingTest as test } from './strata.ts'

const { harborPoint, tidewater } = samples
const { finalPoolTables } = fixtures
const slugOf = ({ url }: { url: string }) => url.split('/').at(-1)

test('ticked deals are lined up at edges that both print, for the next reader too', async ({
  page,
  openReader,
}) => {
  await page.goto('/')
  await page.getByRole('checkbox', { name: `Tick ${harborPoint.name}` }).check()
  await page.getByRole('checkbox', { name: `Tick ${tidewater.name}` }).check()
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare 2 deals')
  expect(new URL(page.url()).search).toMatch(/^\?deals=[\w-]+,[\w-]+$/)
  const heads = page.getByRole('region', { name: 'The deals' })
  await expect(heads.getByRole('link', { name: harborPoint.name, exact: true })).toBeVisible()
  await page
    .getByRole('navigation', { name: 'What is compared' })
    .getByRole('link', { name: 'Original LTV' })
    .click()
  const ratios = page.getByRole('region', { name: 'Original loan-to-value ratio', exact: true })
  const names = await ratios.getByRole('columnheader').allTextContents()
  const column = names.findIndex(name => name.startsWith(harborPoint.name))
  const rows = await bodyOf(ratios.getByRole('table'))
  expect(rows.find(([label]) => label === '75.01 to 80')?.[column]).toMatch(/^36\.69%/)

  const colleague = await openReader()
  await colleague.goto(page.url())
  await expect(
    colleague.getByRole('region', { name: 'Original loan-to-value ratio', exact: true }),
  ).toBeVisible()
})

test('an edge that no deal prints gives intervals, and says where they may be equal', async ({ page }) => {
  const slugs = [harborPoint, tidewater].map(slugOf)
  await page.goto(`/compare?deals=${slugs.join(',')}&dimension=original-ltv&edges=77`)
  const cells = (
    await bodyOf(
      page.getByRole('region', { name: 'Original loan-to-value ratio', exact: true }).getByRole('table'),
    )
  ).flat()
  expect(cells.some(text => /% to .*%/.test(text))).toBe(true)
  expect(cells.some(text => text.includes('may be equal'))).toBe(true)
})

test('three ticked deals stand side by side in every dimension, each of which opens large', async ({
  page,
}) => {
  await page.goto('/')
  for (const { name } of [harborPoint, tidewater, finalPoolTables])
    await page.getByRole('checkbox', { name: `Tick ${name}` }).check()
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare 3 deals')
  const ratios = page.getByRole('region', { name: 'Original LTV', exact: true })
  await expect(ratios.getByText('Widest apart above')).toBeVisible()
  await expect(ratios.getByRole('img')).toBeVisible()
  await expect(page.getByRole('region', { name: 'State', exact: true })).toBeVisible()
  await ratios.getByRole('link', { name: 'Open Original LTV large' }).click()
  const large = page.getByRole('region', { name: 'Original loan-to-value ratio', exact: true })
  await expect(large.getByRole('region', { name: 'As printed' }).getByRole('img')).toHaveCount(3)
  await large.getByRole('link', { name: 'Above each edge' }).click()
  await expect(large.getByRole('rowheader', { name: 'Above 80', exact: true })).toBeVisible()
})

test('a deal leads to the choice of what to compare it with', async ({ page }) => {
  await page.goto(harborPoint.url)
  await page.getByRole('link', { name: 'Compare with…' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Compare ${harborPoint.name} with…`)
  const field = page.getByRole('searchbox', { name: 'Compare with' })
  await field.fill('no such deal at all')
  await page.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'No other deal is found by' })).toBeVisible()
  await field.fill('tidewater')
  await page.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare 2 deals')
  await page.getByRole('link', { name: `Remove ${harborPoint.name}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Compare ${tidewater.name} with…`)
})

for (const [address, says] of [
  ['/compare', 'Tick two to eight deals in the library'],
  ['/compare?deals=nowhere-1,nowhere-2', 'No deal of the library has the address “nowhere-1”, “nowhere-2”.'],
  [
    `/compare?deals=${slugOf(harborPoint)},${slugOf(tidewater)}&dimension=state&measure=colour`,
    'There is no measure “colour”',
  ],
  [
    `/compare?deals=${slugOf(harborPoint)},${slugOf(tidewater)}&dimension=original-ltv&edges=high`,
    '“high” are no edges',
  ],
  [
    `/compare?deals=${slugOf(harborPoint)},${slugOf(tidewater)}&base=nowhere-1`,
    'The base “nowhere-1” is none of the deals',
  ],
] as const)
  test(`${address} says what to do`, async ({ page }) => {
    await page.goto(address)
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible()
  })

test('similar pools are listed by distance with what makes them near or far, and lead to a comparison', async ({
  page,
}) => {
  await page.goto(harborPoint.url)
  await page.getByRole('link', { name: 'Similar pools' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Pools like ${harborPoint.name}`)
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: tidewater.name }) })
  await expect(row).toContainText(/Nearest in .*; furthest in /)
  await row.getByText('Dimension by dimension').click()
  await expect(row.getByRole('rowheader', { name: 'Original LTV' })).toBeVisible()
  await row.getByRole('checkbox', { name: `Tick ${tidewater.name}` }).check()
  await page.getByRole('button', { name: 'Compare the ticked' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare 2 deals')
})
