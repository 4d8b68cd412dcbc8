import type { Locator } from '@playwright/test'
import { definition, section } from './deal-page.ts'
import { samples } from './filings.ts'
import { expect, readingTest as test } from './strata.ts'

const { harborPoint } = samples
const meaning = 'Weighted average original loan-to-value ratio'

/** What a term shows over the page, null while it shows nothing. */
function shown(term: Locator): Promise<string | null> {
  return term.evaluate(element => {
    const { content, position } = getComputedStyle(element, '::before')
    return position === 'fixed' ? content : null
  })
}

test('an abbreviation says what it stands for to a pointer, to the focus and to who hears the page', async ({
  page,
}) => {
  await page.goto(harborPoint.url)
  const term = page.getByRole('button', { name: 'WALTV', exact: true }).first()
  await expect(term).toHaveAccessibleDescription(meaning)
  expect(await shown(term)).toBeNull()
  await term.hover()
  expect(await shown(term)).toContain(meaning)
  await page.mouse.move(0, 0)
  expect(await shown(term)).toBeNull()
  await definition(page, 'WALTV').getByRole('link').focus()
  await page.keyboard.press('Shift+Tab')
  await expect(term).toBeFocused()
  expect(await shown(term)).toContain(meaning)
})

test('and to a finger, without scripts too', async ({ openReader }) => {
  const page = await openReader({
    hasTouch: true,
    javaScriptEnabled: false,
    viewport: { width: 375, height: 700 },
  })
  await page.goto(harborPoint.url)
  const term = page.getByRole('button', { name: 'WALTV', exact: true }).first()
  await term.tap()
  expect(await shown(term)).toContain(meaning)
  await page.getByRole('heading', { level: 1 }).tap()
  expect(await shown(term)).toBeNull()
})

test('a column says what it measures and how the filing heads it', async ({ page }) => {
  await page.goto(harborPoint.url)
  const heading = section(page, 'Mortgage Rates').getByRole('button', { name: 'Balance, $' })
  await expect(heading).toHaveAccessibleDescription(/^Principal balance; printed as “.+”\. Sorts the rows$/)
})
