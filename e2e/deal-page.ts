import { expect, type Locator, type Page } from '@playwright/test'

/** Open a deal's page and wait until it answers clicks and keys: the strip then marks the table in view. */
export async function openDeal(page: Page, address: string): Promise<void> {
  await page.goto(address)
  const strip = page.getByRole('navigation', { name: 'Tables' })
  await expect(strip.locator('a[aria-current="true"]')).toHaveCount(1)
}

/** The deals that the library lists, by their names. */
export function listedDeals(page: Page): Locator {
  return page
    .getByRole('table', { name: /^Deals/ })
    .getByRole('rowheader')
    .getByRole('link')
}

/** The section of a stratification by the title that the filing prints over it. */
export function section(page: Page, title: string): Locator {
  return page.getByRole('main').getByRole('region', { name: title })
}

/** The table of figures of that section; a table of stated averages can stand beside it. */
export function tableIn(page: Page, title: string): Locator {
  return section(page, title).getByRole('table', { name: title })
}

/** The words of a table's cells, row by row, without its heading row. */
export function bodyOf(table: Locator): Promise<string[][]> {
  return table
    .locator('tbody tr')
    .evaluateAll(rows =>
      rows.map(row => [...row.querySelectorAll('th, td')].map(cell => (cell.textContent ?? '').trim())),
    )
}

/** The cells of the row that a table foots with. */
export function footOf(table: Locator): Promise<string[]> {
  return table
    .locator('tfoot')
    .locator('th, td')
    .evaluateAll(cells => cells.map(cell => (cell.textContent ?? '').trim()))
}

/** Row labels in the order they stand in. */
export function labelsOf(table: Locator): Locator {
  return table.locator('tbody').getByRole('rowheader')
}

/** What the page says under a term: `definition(page, 'Trustee')`. */
export function definition(within: Page | Locator, term: string): Locator {
  const exact = new RegExp(`^${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
  return within.getByRole('term').filter({ hasText: exact }).locator('xpath=following-sibling::dd[1]')
}

/** The panel beside the page that shows the filing. */
export function sourcePanel(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Source: the filing as printed' })
}
