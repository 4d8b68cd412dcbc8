import type { Page } from '@playwright/test'
import { openDeal, sourcePanel, tableIn } from './deal-page.ts'
import { samples, textOf } from './filings.ts'
import { expect, readingTest as test } from './strata.ts'

const lines = textOf(samples.harborPoint).split('\n')
const states = 'Geographic Distribution of Mortgaged Properties'
// Read by eye: Massachusetts is on line 85 of the sample, Connecticut on 83, the total on 92.
const massachusetts = { figure: '28,599,956.41', line: 85, at: '85:49-62' }

/** The highlighted figure, and the whole line with its number that it is highlighted in. */
async function highlighted(within: ReturnType<typeof sourcePanel>): Promise<[string, string]> {
  const mark = within.locator('mark')
  await expect(mark).toHaveCount(1)
  return [(await mark.textContent()) ?? '', (await mark.locator('xpath=..').textContent()) ?? '']
}

/** A figure without the dollar sign or the unit it is set with: a place covers the digits alone. */
function bare(printed: string | undefined): string | undefined {
  return printed?.replace(/^\$|\s*(%|months|years)$/g, '')
}

function figure(page: Page, name: string) {
  return tableIn(page, states).getByRole('link', { name, exact: true })
}

test('every figure of a deal names the very place where the filing prints it', async ({ page }) => {
  await page.goto(samples.harborPoint.url)
  const links = await page
    .getByRole('table')
    .getByRole('cell')
    .getByRole('link')
    .evaluateAll(all => all.map(link => [link.textContent ?? '', link.getAttribute('href') ?? '']))
  // Nine tables of 79 rows and nine totals, three figures each, and what the notes state beside them.
  expect(links.length).toBeGreaterThanOrEqual(3 * (79 + 9))
  for (const [printed, href] of links) {
    const [, line, start, end] = /[?&]at=(\d+):(\d+)-(\d+)#L\1$/.exec(href ?? '') ?? []
    expect(lines[Number(line) - 1]?.slice(Number(start) - 1, Number(end) - 1), href).toBe(bare(printed))
  }
})

test('a figure opens the filing beside the page with its line and itself highlighted', async ({ page }) => {
  await openDeal(page, samples.harborPoint.url)
  await figure(page, massachusetts.figure).click()
  const panel = sourcePanel(page)
  await expect(panel).toBeVisible()
  const [printed, line] = await highlighted(panel)
  expect(printed).toBe(massachusetts.figure)
  expect(line).toBe(`85${lines[massachusetts.line - 1]}`)
  await expect(panel.locator('mark')).toBeInViewport()
  await expect(panel.getByRole('list', { name: 'Where the figure belongs' })).toContainText('Massachusetts')
  await expect(panel).toContainText('line 85, columns 49 to 61')
  await expect(panel.getByRole('listitem').filter({ hasText: 'Passes:' })).not.toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(`\\?at=${massachusetts.at}$`))
})

test('the panel tells why a figure was read so, with what was turned down, and keeps its line in view', async ({
  page,
}) => {
  await openDeal(page, samples.harborPoint.url)
  await figure(page, massachusetts.figure).click()
  const panel = sourcePanel(page)
  await panel.getByText('Why this reading').click()
  const reasons = panel.getByRole('region', { name: 'Why this reading' })
  await expect(reasons).toContainText(
    'State of the mortgaged property. The title says “Geographic Distribution',
  )
  await expect(reasons).toContainText('Not Property type: All rows are words of “State”.')
  await expect(reasons).toContainText(
    /Principal balance\. The header says “.*Rows add up to the total of \$83,422,786\.30\./,
  )
  await expect(panel.locator('mark')).toBeInViewport()
  await page.keyboard.press('ArrowRight')
  await expect(reasons).toContainText('Percent of the pool by balance')
})

test('arrows walk the table with the filing following, and Escape goes back to the figure', async ({
  page,
}) => {
  await openDeal(page, samples.harborPoint.url)
  await figure(page, massachusetts.figure).click()
  const mark = sourcePanel(page).locator('mark')
  await expect(mark).toHaveText(massachusetts.figure)
  for (const [key, says] of [
    ['ArrowRight', '34.28'],
    ['ArrowUp', '5.38'],
    ['ArrowLeft', '4,485,715.42'],
    ['ArrowDown', massachusetts.figure],
    ['ArrowDown', '7,387,406.73'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(mark).toHaveText(says)
  }
  await page.keyboard.press('Escape')
  await expect(sourcePanel(page)).toHaveCount(0)
  await expect(figure(page, '7,387,406.73')).toBeFocused()
  await expect(page).toHaveURL(samples.harborPoint.url)
})

test('going back in the browser closes the filing', async ({ page }) => {
  await openDeal(page, samples.harborPoint.url)
  await figure(page, massachusetts.figure).click()
  await expect(sourcePanel(page).locator('mark')).toHaveText(massachusetts.figure)
  await page.goBack()
  await expect(sourcePanel(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: samples.harborPoint.name })).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test(`a figure has an address of its own, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    openReader,
  }) => {
    const page = await openReader({ javaScriptEnabled })
    await page.goto(samples.harborPoint.url)
    const address = await figure(page, massachusetts.figure).getAttribute('href')
    await page.goto(address ?? '')
    const sheet = page.getByRole('region', { name: 'The filing as printed' })
    const [printed, line] = await highlighted(sheet)
    expect(printed).toBe(massachusetts.figure)
    expect(line).toBe(`85${lines[massachusetts.line - 1]}`)
    await expect(sheet.locator('mark')).toBeInViewport()
    await expect(page.getByRole('region', { name: 'The chosen place' })).toContainText('Massachusetts')
  })

test('the original bytes are a link away, as they were filed', async ({ page, request }) => {
  await page.goto(`${samples.harborPoint.url}/source`)
  const address = await page.getByRole('link', { name: 'Original bytes' }).getAttribute('href')
  const answer = await request.get(address ?? '')
  expect(answer.headers()['content-type']).toMatch(/^text\/plain/)
  expect(await answer.text()).toBe(textOf(samples.harborPoint))
})
