import type { Locator, Page } from '@playwright/test'
import { openDeal, sourcePanel, tableIn } from './deal-page.ts'
import { addFilings, htmlOthers, htmlTable, textOf } from './filings.ts'
import { expect, sharingTest as test } from './strata.ts'

const markup = textOf(htmlTable).split('\n')
const states = 'Geographic Distribution of the Mortgaged Properties'
// Read by eye: California is the first row of the table, on line 9; New Jersey on line 10.
const california = { line: 9, balance: '28,324,358.67' }
const newJersey = { line: 10, balance: '8,060,868.02' }

test.beforeEach(({ strata }) => addFilings(strata, htmlTable, htmlOthers))

const drawn = (within: Page | Locator) => within.getByRole('region', { name: 'The table as it is seen' })
const lines = (within: Page | Locator) => within.getByRole('region', { name: 'The filing as printed' })

/** The figure is marked in the table as it is seen, and in the line of markup that prints it. */
async function expectChosen(within: Page | Locator, { line, balance }: typeof california): Promise<void> {
  await expect(drawn(within).locator('mark')).toHaveText(balance)
  const mark = lines(within).locator('mark')
  await expect(mark).toHaveText(balance)
  await expect(mark.locator('xpath=..')).toHaveText(`${line}${markup[line - 1]}`)
}

test('a figure shows its table as it is seen, and its line of markup', async ({ page }) => {
  await openDeal(page, htmlTable.url)
  await tableIn(page, states).getByRole('link', { name: california.balance }).click()
  const panel = sourcePanel(page)
  await expectChosen(panel, california)
  await expect(drawn(panel).locator('mark')).toBeInViewport()
  await expect(lines(panel).locator('mark')).toBeInViewport()
  await expect(drawn(panel).locator('u')).toHaveText(['Principal Balance', 'California'])
  await expect(drawn(panel).getByRole('row').last()).toHaveText('Total287$57,082,680.45100.00%685')
  await expect(drawn(panel)).toContainText('Geographic Distribution of the Mortgaged Properties')
})

test('arrows walk the table as it is seen and its markup together', async ({ page }) => {
  await openDeal(page, htmlTable.url)
  await tableIn(page, states).getByRole('link', { name: california.balance }).click()
  await expectChosen(sourcePanel(page), california)
  await page.keyboard.press('ArrowDown')
  await expectChosen(sourcePanel(page), newJersey)
  await expect(drawn(sourcePanel(page)).locator('u')).toHaveText(['Principal Balance', 'New Jersey(1)'])
})

for (const javaScriptEnabled of [true, false])
  test(`both stand at the figure’s own address, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    openReader,
  }) => {
    const page = await openReader({ javaScriptEnabled })
    await page.goto(htmlTable.url)
    const figure = tableIn(page, states).getByRole('link', { name: newJersey.balance })
    await page.goto((await figure.getAttribute('href')) ?? '')
    await expectChosen(page, newJersey)
    await expect(lines(page).locator('mark')).toBeInViewport()
    await expect(drawn(page).getByRole('columnheader', { name: 'Principal Balance' })).toBeVisible()
    await expect(drawn(page).getByRole('rowheader', { name: 'California' })).toBeVisible()
  })

test('a table that splits no pool is shown the same way', async ({ page }) => {
  await page.goto(htmlOthers.url)
  const certificates = page.getByRole('region', { name: 'The Certificates' })
  await certificates.getByRole('link', { name: /^Lines \d/ }).click()
  const rows = drawn(sourcePanel(page)).getByRole('row')
  await expect(rows).toHaveText([
    'ClassInitial BalancePass-Through RateRating',
    '2-A-1$100,000,0006.25%AAA/Aaa',
    '2-A-2$50,000,0006.00%AAA/Aaa',
    'B-1$5,000,0006.50%AA/NR',
  ])
})

test('what a cell holds is text, whatever it says', async ({ page, strata }) => {
  const evil = '&lt;img src=x onerror=alert(1)&gt;<script>alert(2)</script><b onclick="alert(3)">Purchase</b>'
  const rows = `<tr><td>Loan Purpose</td><td>Loans</td><td>Balance</td></tr>
<tr><td>${evil}</td><td>30</td><td>6,000.00</td></tr><tr><td>Refinance</td><td>10</td><td>4,000.00</td></tr>
<tr><td>Total</td><td>40</td><td>10,000.00</td></tr>`
  const text = `<html><p>Prospectus</p><p>Harrow Lane Trust 2003-1</p><p>Loan Purpose</p>\n<table>${rows}</table></html>`
  await addFilings(strata, { name: 'evil.htm', text })
  await openDeal(page, '/deals/harrow-lane-trust-2003-1')
  await tableIn(page, 'Loan Purpose').getByRole('link', { name: '6,000.00' }).click()
  const table = drawn(sourcePanel(page))
  await expect(table).toContainText('<img src=x onerror=alert(1)>Purchase')
  await expect(table.locator('img, script, b, [onclick]')).toHaveCount(0)
})

test('a line of markup of a megabyte is shown around its figure', async ({ page, strata }) => {
  const prose = '<P>The mortgage loans were underwritten as the prospectus tells.</P>'.repeat(8000)
  const text = `${prose}${textOf(htmlTable).replaceAll('\n', ' ')}${prose}`
  await addFilings(strata, { name: 'one-line.htm', text })
  await page.goto('/?q=one-line')
  await page.getByRole('main').getByRole('link', { name: 'one-line.htm' }).click()
  await tableIn(page, states).getByRole('link', { name: california.balance }).click()
  const panel = sourcePanel(page)
  await expect(drawn(panel).locator('mark')).toHaveText(california.balance)
  await expect(lines(panel).locator('mark')).toHaveText(california.balance)
  await expect(lines(panel).locator('mark')).toBeInViewport()
  expect((await lines(panel).textContent())?.length).toBeLessThan(3000)
})

test('both fit beside each other on a phone', async ({ openReader }) => {
  const page = await openReader({ viewport: { width: 320, height: 640 } })
  await openDeal(page, htmlTable.url)
  await tableIn(page, states).getByRole('link', { name: california.balance }).click()
  const panel = sourcePanel(page)
  await expectChosen(panel, california)
  await expect(drawn(panel).locator('mark')).toBeInViewport({ ratio: 1 })
  await expect(lines(panel).locator('mark')).toBeInViewport({ ratio: 1 })
  await expect(page.locator('td a[aria-current]')).toBeInViewport()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
