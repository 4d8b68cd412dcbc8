import type { Page } from '@playwright/test'
import type { ExpectedTable } from '../lib/fixtures/expected.ts'
import { bodyOf, definition, footOf, section, tableIn } from './deal-page.ts'
import { fixtures, samples } from './filings.ts'
import { expect, readingTest as test } from './strata.ts'

const group = new Intl.NumberFormat('en-US')
const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 })

/** An expected figure as the filing prints it: `3546.7` cents as `35.47` and so on, by its measure. */
function print(measure: string | null, value: number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (measure === 'balanceCents') return cents.format(value / 100)
  return measure === 'balancePct' ? value.toFixed(2) : group.format(value)
}

type Row = ExpectedTable['buckets'][number]

/** A label of a row with the marks that the page sets behind it. */
function rowOf({ columns }: ExpectedTable, { label, values, marks = [] }: Row): string[] {
  return [
    label + marks.join(''),
    ...columns.map(measure => print(measure, measure === null ? null : values[measure])),
  ]
}

async function expectTable(page: Page, expected: ExpectedTable): Promise<void> {
  const part = section(page, expected.title)
  const table = tableIn(page, expected.title)
  await test.step(expected.title, async () => {
    expect(await bodyOf(table)).toEqual(expected.buckets.map(bucket => rowOf(expected, bucket)))
    const total = expected.columns.map(measure =>
      print(measure, measure === null ? null : expected.total?.values[measure]),
    )
    expect(await footOf(table)).toEqual([expected.total?.label ?? 'Total', ...total])
    for (const { mark, text } of expected.footnotes)
      await expect(part.getByRole('listitem').filter({ hasText: `(${mark})` })).toContainText(text)
    await expect(part.getByText(/^Rows add up to the cent/)).toBeVisible()
    await expect(part.getByRole('link', { name: /^\d+ checks$/ })).toBeVisible()
  })
}

test('every table shows the rows, the total and the notes that the filing prints', async ({ page }) => {
  const { url, name, expected } = fixtures.finalPoolTables
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(expected.stratifications.length)
  for (const table of expected.stratifications) await expectTable(page, table)
  await expect(
    page.getByText(`${expected.checks.count} of ${expected.checks.count} checks pass`),
  ).toBeVisible()
})

// Read by eye from public/samples/harbor-point-2001-4-8k.txt.
const facts = [
  ['Depositor', 'HARBOR POINT SECURITIES CORP.'],
  ['Seller', 'Larkfield Home Lending, Inc.'],
  ['Master servicer', 'Larkfield Loan Servicing LLC'],
  ['Trustee', 'Granite State Trust Company'],
  ['Form', '8-K, items 5 and 7'],
  ['Signed by', 'Eleanor M. Whitcomb, Senior Vice President, 11 May 2001'],
  ['Cut-off date', '1 April 2001'],
  ['Agreement dated', '1 April 2001'],
  ['Event', '27 April 2001'],
  ['Commission file', '333-50417, Delaware'],
  ['EIN', '04-3528816'],
  ['Office', 'One Lantern Wharf, Portsmouth, New Hampshire 03801, (603) 555-0142'],
  ['Pool balance', '$83,422,786.30'],
  ['Loans', '287'],
  ['Average balance', '$290,672'],
  ['WAC, gross', '7.193%'],
  ['WALTV', '75.90%'],
  ['WAM', '355 months'],
] as const

const rowCounts = [
  ['Geographic Distribution of Mortgaged Properties', 8],
  ['Loan Documentation Programs', 5],
  ['Property Types', 4],
  ['Mortgage Rates', 20],
  ['Loan Purposes', 3],
  ['Original Loan-to-Value Ratios', 11],
  ['Occupancy Types', 3],
  ['Current Mortgage Loan Principal Balances', 14],
  ['Remaining Terms to Maturity', 11],
] as const

test('the head of a deal gives its facts, its pool line and its nine tables', async ({ page }) => {
  await page.goto(samples.harborPoint.url)
  await expect(page.getByText('Mortgage Pass-Through Certificates, Series 2001-4')).toBeVisible()
  for (const [term, says] of facts) await expect(definition(page, term)).toHaveText(says)
  for (const [title, rows] of rowCounts) {
    const table = tableIn(page, title)
    await expect(table.locator('tbody').getByRole('row')).toHaveCount(rows)
    expect(await footOf(table)).toEqual(['Total', '287', '83,422,786.30', '100.00'])
  }
})

test('each table has a sentence, a chart and what its rows prove', async ({ page }) => {
  await page.goto(samples.harborPoint.url)
  const documentation = section(page, 'Loan Documentation Programs')
  // 53.98, then 18.58; 15.14 + 4.21 + 8.10 = 27.45.
  await expect(documentation).toContainText('Full Documentation 53.98%, then Limited 18.58%.')
  await expect(documentation).toContainText('27.45%')
  // 15.14 + 53.98 + 18.58 + 4.21 + 8.10 = 100.01.
  await expect(documentation).toContainText('Rows add up to the cent; percents to 100.01, within rounding')
  await expect(documentation.getByRole('img', { name: 'Largest: Full Documentation 53.98%' })).toBeVisible()
  await expect(section(page, 'Mortgage Rates').getByRole('img', { name: /20 rows/ })).toBeVisible()
})

test('the page of exhibits filed on paper says who holds the figures', async ({ page }) => {
  await page.goto(samples.alderRidge.url)
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1, name: samples.alderRidge.name })).toBeVisible()
  await expect(main.getByRole('heading', { name: 'The tables were filed on paper' })).toBeVisible()
  const first = main.getByRole('article').filter({ hasText: 'Exhibit 99.1' })
  await expect(first).toContainText('Prepared by Marlowe & Pike Securities Inc.')
  await expect(first).toContainText('on paper, Form SE')
  await expect(first.getByRole('link', { name: 'line 89' })).toBeVisible()
  const second = main.getByRole('article').filter({ hasText: 'Exhibit 99.2' })
  await expect(second).toContainText('Prepared by North Cascade Capital Markets LLC')
  await expect(second.getByRole('link', { name: 'line 92' })).toBeVisible()
  await expect(main.getByRole('table')).toHaveCount(0)
  await expect(definition(page, 'Exhibits')).toHaveText('2 listed, 2 on paper, 0 included')
  await expect(definition(page, 'Lines')).toContainText('0 unexplained')
})
