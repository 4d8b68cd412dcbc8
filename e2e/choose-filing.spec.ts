import { violations } from './axe.ts'
import { addFilings, type InHand, replaceWords } from './filings.ts'
import { expect, sharingTest as test } from './strata.ts'

const states: InHand = {
  name: 'states.txt',
  text: `                      Zelkova Mortgage Trust 2002-9

             Geographic Distribution of Mortgaged Properties

                        Number of    Aggregate Principal   Percent of
State                   Mortgage Loans   Balance Outstanding   Mortgage Loans
--------------------------------------------------------------------------
California                    50    $    5,000,000.00       50.00%
New York                      30    $    3,000,000.00       30.00%
Texas                         20    $    2,000,000.00       20.00%
Total                        100    $   10,000,000.00      100.00%
`,
}
const ratios: InHand = {
  name: 'ratios.txt',
  text: `                      Zelkova Mortgage Trust 2002-9

             Original Loan-to-Value Ratios

                        Number of    Aggregate Principal   Percent of
LTV (%)                 Mortgage Loans   Balance Outstanding   Mortgage Loans
--------------------------------------------------------------------------
0.01 - 50.00                  40    $    4,000,000.00       40.00%
50.01 - 80.00                 60    $    6,000,000.00       60.00%
Total                        100    $   10,000,000.00      100.00%
`,
}
const misprinted: InHand = {
  name: 'misprinted.txt',
  text: replaceWords(ratios.text, [['6,000,000.00', '6,000,500.00']]),
}
const url = '/deals/zelkova-mortgage-trust-2002-9'

for (const javaScriptEnabled of [true, false])
  test(`a deal with several filings lets one choose among them, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    openReader,
    strata,
  }) => {
    // One after another: of equals the first that was added is the deal's chosen one.
    for (const filing of [states, ratios, misprinted]) await addFilings(strata, filing)
    const page = await openReader({ javaScriptEnabled, viewport: { width: 320, height: 800 } })
    await page.goto(url)
    const filings = page.getByRole('navigation', { name: 'Filings of this deal' })
    await expect(filings.locator('[aria-current=page]')).toHaveText('states.txt')
    await expect(filings).toContainText('Checks fail in another filing of this deal: misprinted.txt, 1 of')
    await expect(page.getByRole('rowheader', { name: 'California' })).toBeVisible()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(320)

    await filings.getByRole('link', { name: 'ratios.txt', exact: true }).click()
    await expect(page).toHaveURL(/\/deals\/zelkova-mortgage-trust-2002-9\/filings\/[0-9a-f]{12}$/)
    await expect(page.getByRole('rowheader', { name: '50.01 - 80.00' })).toBeVisible()
    await expect(filings.locator('[aria-current=page]')).toHaveText('ratios.txt')
    await page.getByText('Export', { exact: true }).first().click()
    const workbook = page.getByRole('link', { name: /Workbook/ })
    await expect(workbook).toHaveAttribute('href', /\.xlsx\?filing=[0-9a-f]{12}$/)
    await page.getByText('Export', { exact: true }).first().click()
    if (javaScriptEnabled) expect(await violations(page)).toEqual([])

    await filings.getByRole('link', { name: 'misprinted.txt', exact: true }).first().click()
    await expect(page.getByText(/checks pass/).first()).toBeVisible()
    await expect(page.getByText(/^Fails in/)).toBeVisible()
    await expect(filings).not.toContainText('Checks fail in another filing')
    await page.getByRole('link', { name: 'Open the ledger' }).click()
    await page.getByRole('link', { name: 'Deal page' }).click()
    await expect(filings.locator('[aria-current=page]')).toHaveText('misprinted.txt')

    await page.goto('/')
    await expect(page.getByRole('row', { name: /Zelkova/ })).toContainText(/1 of \d+ fail.*in 3 filings/)
  })

test('an address that names a filing leads to its page, and a copied view stays', async ({
  page,
  strata,
}) => {
  for (const filing of [states, ratios]) await addFilings(strata, filing)
  const { filings } = await (await page.request.get(`/api${url}`)).json()
  const { sha256 } = filings.find(({ name }: { name: string }) => name === ratios.name)
  await page.goto(`${url}?measure=loanCount&filing=${sha256.slice(0, 8)}`)
  await expect(page).toHaveURL(`${url}/filings/${sha256.slice(0, 8)}?measure=loanCount`)
  await expect(page.getByRole('rowheader', { name: '50.01 - 80.00' })).toBeVisible()
})

test.describe('a filing that the deal does not have', () => {
  test.use({ refusals: [404] })
  test('is a page that says so, as are a table and a page that it does not have, and leads to the deal', async ({
    page,
    strata,
  }) => {
    await addFilings(strata, states)
    for (const nowhere of [
      '?filing=0123456789ab',
      '/tables/eye-colour',
      '/ask/eye-colour',
      '/lists/eye-colour',
      '/tables/99',
      '/source?filing=0123456789ab',
    ]) {
      expect((await page.goto(`${url}${nowhere}`))?.status(), nowhere).toBe(404)
      await expect(page.getByRole('heading', { level: 1, name: 'The deal has no such page' })).toBeVisible()
    }
    await page.getByRole('link', { name: 'All tables of the deal' }).click()
    await expect(page.getByRole('rowheader').first()).toBeVisible()
    await expect(page).toHaveURL(url)
  })
})

test('on a phone the way to a figure in the filing leads to the figure, not to the start of its line', async ({
  openReader,
  strata,
}) => {
  await addFilings(strata, states)
  const page = await openReader({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  await page.goto(url)
  await page.getByRole('link', { name: '50.00', exact: true }).click()
  await expect(page.locator('pre mark')).toHaveText('50.00')
  await expect(page.locator('pre mark')).toBeInViewport({ ratio: 1 })
})
