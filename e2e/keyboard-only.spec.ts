import type { Page } from '@playwright/test'
import { openDeal, section, sourcePanel, tableIn } from './deal-page.ts'
import { samples } from './filings.ts'
import { expect, readingTest as test } from './strata.ts'

const { harborPoint, alderRidge, tidewater } = samples
const states = 'Geographic Distribution of Mortgaged Properties'

/** Press a key until the page, which answers once its script has arrived, does as expected. */
async function pressUntil(page: Page, key: string, isDone: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await isDone()
  }).toPass({ timeout: 10_000 })
}

/** Names of the elements that Tab reaches, one after another, until it leaves the page's content. */
async function tabThrough(page: Page, most: number): Promise<string[]> {
  const reached: string[] = []
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      return element.getAttribute('aria-label') ?? (element.textContent?.trim() || element.tagName)
    })
    if (name === null || (presses > 0 && name === reached[0])) return reached
    reached.push(name)
  }
  throw new Error(`Tab does not come to an end; last it reached ${reached.slice(-5).join(', ')}`)
}

test('the slash goes to search, and Enter finds the deal', async ({ page }) => {
  await openDeal(page, harborPoint.url)
  const search = page.getByRole('combobox', { name: 'Search deals, series and parties' })
  await pressUntil(page, '/', () => expect(search).toBeFocused({ timeout: 500 }))
  await search.fill('')
  await page.keyboard.type('tidewater')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/?q=tidewater')
  await expect(
    page.getByRole('table', { name: /^Deals/ }).getByRole('link', { name: tidewater.name }),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: harborPoint.name })).toHaveCount(0)
})

test('j and k go from table to table, and the strip says where one is', async ({ page }) => {
  await openDeal(page, harborPoint.url)
  const strip = page.getByRole('navigation', { name: 'Tables' })
  await pressUntil(page, 'j', () => expect(section(page, states)).toBeFocused({ timeout: 500 }))
  await expect(section(page, states).getByRole('heading')).toBeInViewport()
  await page.keyboard.press('j')
  await expect(section(page, 'Loan Documentation Programs')).toBeFocused()
  await expect(strip.getByRole('link', { name: 'Documentation' })).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('j')
  await expect(section(page, 'Property Types')).toBeFocused()
  await page.keyboard.press('k')
  await expect(section(page, 'Loan Documentation Programs')).toBeFocused()
})

test('from search, Tab reaches the way to upload, and Enter opens the chooser', async ({ page }) => {
  await page.goto(alderRidge.url)
  // Asked for early: a key that is pressed at once may be quicker than the browser is told to hand choosers over.
  const chooser = page.waitForEvent('filechooser')
  const search = page.getByRole('combobox', { name: 'Search deals, series and parties' })
  await pressUntil(page, '/', () => expect(search).toBeFocused({ timeout: 500 }))
  for (const name of ['Library', 'Compare', 'Trends', 'Switch between light and dark', 'Upload']) {
    await page.keyboard.press('Tab')
    await expect(page.getByRole('navigation', { name: 'Main' }).locator(':focus')).toHaveAccessibleName(name)
  }
  // Before the script that opens the chooser is there, Enter follows the link to the form.
  await expect.poll(() => page.evaluate(() => window.strataHeld === undefined)).toBe(true)
  await page.keyboard.press('Enter')
  expect((await chooser).isMultiple()).toBe(true)
})

test('Tab goes through a page and out again, past search, facts and exhibits', async ({ page }) => {
  await page.goto(alderRidge.url)
  const reached = await tabThrough(page, 90)
  expect(reached[0]).toBe('Skip to the content')
  for (const name of [
    'Upload',
    'Read the filing',
    'Copy link',
    'Marlowe & Pike Securities Inc.',
    'Turn shortcuts off',
  ])
    expect(reached).toContain(name)
})

test('the skip link leads past the bar to the content', async ({ page }) => {
  await openDeal(page, harborPoint.url)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').first()).toBeFocused()
})

test('Enter on a figure opens the filing, arrows walk, Tab is not held there, Escape closes', async ({
  page,
}) => {
  await openDeal(page, harborPoint.url)
  const figure = tableIn(page, states).getByRole('link', { name: '92', exact: true })
  await figure.focus()
  await page.keyboard.press('Enter')
  const panel = sourcePanel(page)
  await expect(panel.locator('mark')).toHaveText('92')
  await page.keyboard.press('ArrowDown')
  await expect(panel.locator('mark')).toHaveText('24')
  const isInPanel = () => panel.evaluate(element => element.contains(document.activeElement))
  expect(await isInPanel()).toBe(true)
  await expect(async () => {
    await page.keyboard.press('Tab')
    expect(await isInPanel()).toBe(false)
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(
    tableIn(page, states).getByRole('row', { name: 'New Hampshire' }).getByRole('link').first(),
  ).toBeFocused()
})

test('a question mark lists the keys, and Escape puts the list away', async ({ page }) => {
  await openDeal(page, harborPoint.url)
  const list = page.getByRole('dialog', { name: 'Keys on this page' })
  await pressUntil(page, '?', () => expect(list).toBeVisible({ timeout: 500 }))
  await expect(list).toContainText('Next and previous table')
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
})

test('single keys can be turned off, and stay off on the next page', async ({ page }) => {
  await openDeal(page, harborPoint.url)
  const measures = page.getByRole('group', { name: 'Measure' })
  await pressUntil(page, 'c', () =>
    expect(measures.getByRole('button', { name: 'Loans', pressed: true })).toBeVisible({ timeout: 500 }),
  )
  await page.getByRole('button', { name: 'Turn shortcuts off' }).click()
  await page.keyboard.press('p')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Turn shortcuts on' })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.press('p')
  await expect(measures.getByRole('button', { name: 'Loans', pressed: true })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Search deals, series and parties' })).not.toBeFocused()
})
