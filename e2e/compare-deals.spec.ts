import { bodyOf } from './deal-page.ts'
import { samples } from './filings.ts'
import { expect, readingTest as test } from './strata.ts'

const { harborPoint, tidewater } = samples

test('ticked deals are lined up at edges that both print, for the next reader too', async ({
  page,
  openReader,
}) => {
  await page.goto('/')
  await page.getByRole('checkbox', { name: `Tick ${harborPoint.name}` }).check()
  await page.getByRole('checkbox', { name: `Tick ${tidewater.name}` }).check()
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare 2 deals')
  const heads = page.getByRole('region', { name: 'The deals' })
  await expect(heads.getByRole('link', { name: harborPoint.name })).toBeVisible()
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
  const slugs = [harborPoint, tidewater].map(({ url }) => url.split('/').at(-1))
  await page.goto(`/compare?deals=${slugs.join(',')}&dimension=original-ltv&edges=77`)
  const cells = (
    await bodyOf(
      page.getByRole('region', { name: 'Original loan-to-value ratio', exact: true }).getByRole('table'),
    )
  ).flat()
  expect(cells.some(text => /% to .*%/.test(text))).toBe(true)
  expect(cells.some(text => text.endsWith('may be equal'))).toBe(true)
})

for (const [address, says] of [
  ['/compare', 'Tick two to eight deals in the library'],
  ['/compare?deals=nowhere-1,nowhere-2', 'No deal of the library has the address “nowhere-1”, “nowhere-2”.'],
] as const)
  test(`${address} says what to do`, async ({ page }) => {
    await page.goto(address)
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible()
  })
