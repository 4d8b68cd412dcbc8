import { readFile } from 'node:fs/promises'
import { bodyOf } from './deal-page.ts'
import { samples } from './filings.ts'
import { expect, readingTest as test } from './strata.ts'

const { harborPoint, tidewater } = samples
const slugOf = ({ url }: { url: string }) => url.split('/').at(-1)
/** 28,599,956.41 of 83,422,786.30, as the filing's table by state has it. */
const massachusetts = '34.28'

test('a point of a trend leads to its deal, at the table that it was read from', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Trends' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Trends, 2001/)
  await page.getByText('Add a measure').click()
  await page.getByLabel('A figure, or the share of a row').selectOption('Massachusetts')
  await page.getByRole('button', { name: 'Add' }).first().click()
  const chart = page.getByRole('region', { name: 'Share in Massachusetts' })
  const point = chart.getByRole('link', { name: new RegExp(`${harborPoint.name}; ${massachusetts}%`) })
  await expect(point).toHaveAccessibleName(/1 April 2001, cut-off date; balance \$83\.4/)
  await point.click()
  await expect(page).toHaveURL(`${harborPoint.url}#state`)
  await expect(page.getByRole('heading', { level: 1, name: harborPoint.name })).toBeVisible()
})

test('the table beside the charts has every deal, also those that do not report, and the year’s figure', async ({
  page,
}) => {
  await page.goto('/trends?measure=state.MA')
  const rows = await bodyOf(page.getByRole('region', { name: 'Years and deals' }).getByRole('table'))
  const of = (name: string) => rows.find(([head]) => head?.includes(name))
  expect(of('2001')).toEqual(expect.arrayContaining([massachusetts]))
  expect(of(harborPoint.name)).toEqual(expect.arrayContaining([massachusetts, 'computed from exact rows']))
  expect(rows.filter(([head]) => /date/.test(head ?? ''))).not.toHaveLength(0)
})

test('a tail is asked for by its parts, and what is shown is shared by its address', async ({
  page,
  openReader,
}) => {
  await page.goto(`/trends?measure=state.MA&deals=${slugOf(harborPoint)},${slugOf(tidewater)}`)
  await page.getByText('Add a measure').click()
  await page.getByLabel('The edge').fill('77')
  await page.getByRole('button', { name: 'Add' }).last().click()
  const chart = page.getByRole('region', { name: 'Original LTV above 77' })
  await expect(chart.getByRole('link', { name: /% to .*%, bounded by ranges/ }).first()).toBeVisible()
  await page.getByRole('navigation', { name: 'Line by' }).getByRole('link', { name: 'Quarter' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Quarters and deals' })).toBeVisible()
  const colleague = await openReader()
  await colleague.goto(page.url())
  await expect(colleague.getByRole('region', { name: 'Original LTV above 77' })).toBeVisible()
  await expect(colleague.getByRole('rowheader', { name: /Q2 2001/ })).toBeVisible()
})

test('arrows go from deal to deal, and the point with the focus says what it is', async ({ page }) => {
  await page.goto('/trends?measure=balance')
  const points = page.getByRole('region', { name: 'Pool balance' }).getByRole('link', { name: /balance/ })
  await points.first().focus()
  await expect(page.locator('.trend-tip')).toContainText('cut-off date')
  await page.keyboard.press('End')
  await expect(points.last()).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(points.last()).not.toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.trend-tip')).toHaveCount(0)
})

test('what is not understood is told beside its control, and all else is shown', async ({ page }) => {
  await page.goto(
    '/trends?measure=state.MA&measure=rainfall&by=week&deals=nowhere-1,harbor-point-mortgage-trust-2001-4',
  )
  for (const says of ['“rainfall” is no figure', '“week” is no period', '“nowhere-1”'])
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Share in Massachusetts' })).toBeVisible()
})

test('a trend and a comparison are taken along as CSV and as PNG', async ({ page }) => {
  const slugs = [harborPoint, tidewater].map(slugOf).join(',')
  for (const [address, name] of [
    ['/trends?measure=state.MA', 'trend-state.MA'],
    [`/compare?deals=${slugs}&dimension=original-ltv`, 'compare-original-ltv'],
  ] as const) {
    await page.goto(address)
    const main = page.getByRole('main')
    const saved = async (click: () => Promise<void>) => {
      const [download] = await Promise.all([page.waitForEvent('download'), click()])
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    }
    const open = () => main.getByText('Export', { exact: true }).first().click()
    await open()
    const csv = await saved(() => main.getByRole('link', { name: /CSV/ }).first().click())
    expect(csv.name).toBe(`${name}.csv`)
    expect(csv.bytes.toString()).toContain(harborPoint.name)
    await open()
    const png = await saved(() => main.getByRole('link', { name: /PNG/ }).first().click())
    expect(png.name).toBe(`${name}.png`)
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('charts, forms and the table work', async ({ page }) => {
    await page.goto('/trends?measure=state.MA&open=none')
    await expect(
      page.getByRole('region', { name: 'Share in Massachusetts' }).getByRole('link').first(),
    ).toBeVisible()
    await page.getByLabel('Only deals found by').fill('harbor')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByText(/^1 deal, /)).toBeVisible()
    await page.goto(`${page.url()}&open=none`)
    await page.getByRole('link', { name: /2001.*list its deals/ }).click()
    await page.getByRole('rowheader', { name: harborPoint.name }).getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1, name: harborPoint.name })).toBeVisible()
  })
})
