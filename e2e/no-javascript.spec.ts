import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { definition, section, tableIn } from './deal-page.ts'
import { samples } from './filings.ts'
import { expect, readingTest, test } from './strata.ts'

const { harborPoint, tidewater, alderRidge } = samples
const pdf = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj\n') }

test.use({ javaScriptEnabled: false })
readingTest.use({ javaScriptEnabled: false })

test('a plain form adds one filing and leads to its deal', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Choose files').setInputFiles(harborPoint.file)
  await page.getByRole('main').getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByRole('heading', { level: 1, name: harborPoint.name })).toBeVisible()
})

test('several filings are added though one of them is refused, and the page says why', async ({ page }) => {
  await page.goto('/')
  const field = page.getByLabel('Choose files')
  const folder = await mkdtemp(path.join(tmpdir(), 'strata-form-'))
  await writeFile(path.join(folder, pdf.name), pdf.buffer)
  await field.setInputFiles([harborPoint.file, path.join(folder, pdf.name), alderRidge.file])
  await page.getByRole('main').getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByText('2 filings are in the library.')).toBeVisible()
  await expect(page.getByText('scan.pdf was refused.')).toBeVisible()
  await expect(page.getByText(/This is a PDF\..*save the complete submission/)).toBeVisible()
  await expect(page.getByRole('link', { name: harborPoint.name })).toBeVisible()
  await expect(page.getByRole('link', { name: alderRidge.name })).toBeVisible()
  await rm(folder, { recursive: true })
})

test('a file past the bounds is refused in words, and the library stays as it was', async ({ page }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'strata-form-'))
  const large = path.join(folder, 'whole-year.txt')
  await writeFile(large, Buffer.alloc(51 * 1024 * 1024, 'Aggregate Principal Balance\n'))
  await page.goto('/')
  await page.getByLabel('Choose files').setInputFiles(large)
  await page.getByRole('main').getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByText('whole-year.txt was refused.')).toBeVisible()
  await expect(page.getByText('The file is larger than 50 MB.')).toBeVisible()
  await expect(page.getByText('No deals yet')).toBeVisible()
  await rm(folder, { recursive: true })
})

test('the sample filings can be tried', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Or try the sample filings' }).click()
  await expect(page.getByText('3 filings are in the library.')).toBeVisible()
  await expect(page.getByRole('link', { name: tidewater.name })).toBeVisible()
})

readingTest('tables, stills, notes and proof are all there', async ({ page }) => {
  await page.goto(harborPoint.url)
  await expect(definition(page, 'Pool balance')).toHaveText('$83,422,786.30')
  const rates = section(page, 'Mortgage Rates')
  await expect(rates.getByRole('img', { name: /20 rows\. Largest: 7\.000/ })).toBeVisible()
  await expect(tableIn(page, 'Mortgage Rates').locator('tbody').getByRole('row')).toHaveCount(20)
  await expect(rates.getByRole('listitem').filter({ hasText: '(1)' })).toContainText('7.193% per annum')
  await expect(page.getByRole('img', { name: /^All \d+ checks pass$/ })).toBeVisible()
})

readingTest('what needs a script is not offered', async ({ page }) => {
  await page.goto(harborPoint.url)
  await expect(page.getByRole('button', { name: 'Copy link' })).toHaveCount(0)
  await expect(page.getByRole('group', { name: 'Measure' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Cumulative' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /light and dark/ })).toHaveCount(0)
})

readingTest('a table is taken along as a file', async ({ page, request }) => {
  await page.goto(harborPoint.url)
  const purposes = section(page, 'Loan Purposes')
  await purposes.getByText('Export').click()
  const address = await purposes.getByRole('link', { name: 'CSV' }).getAttribute('href')
  const answer = await request.get(address ?? '')
  expect(answer.headers()['content-type']).toMatch(/^text\/csv/)
  expect(await answer.text()).toMatch(/Purchase.*134.*38868688\.16.*46\.59/)
})

readingTest('a chart is taken along as a picture', async ({ page, request }) => {
  await page.goto(harborPoint.url)
  const purposes = section(page, 'Loan Purposes')
  await purposes.getByText('Export').click()
  await expect(purposes.getByRole('button', { name: 'Copy chart as image' })).toHaveCount(0)
  const take = async (name: string) => {
    const address = await purposes.getByRole('link', { name }).getAttribute('href')
    return await request.get(address ?? '')
  }
  const svg = await take('Chart (SVG)')
  expect(svg.headers()['content-type']).toMatch(/^image\/svg\+xml/)
  expect(await svg.text()).toContain('46.59')
  const png = await take('Chart (PNG)')
  expect(png.headers()['content-type']).toBe('image/png')
  expect((await png.body()).subarray(1, 4).toString()).toBe('PNG')
})

readingTest('a figure leads to its line in the filing', async ({ page }) => {
  await page.goto(harborPoint.url)
  await tableIn(page, 'Loan Purposes').getByRole('link', { name: '38,868,688.16' }).click()
  await expect(page.locator('mark')).toHaveText('38,868,688.16')
  await expect(page.locator('mark')).toBeInViewport()
  await page.getByRole('main').getByRole('link', { name: harborPoint.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: harborPoint.name })).toBeVisible()
})

readingTest('the library is searched and sorted by plain addresses', async ({ page }) => {
  await page.goto('/')
  const names = page
    .getByRole('table', { name: /^Deals/ })
    .getByRole('rowheader')
    .getByRole('link')
  await page.getByRole('columnheader', { name: 'Balance, $' }).getByRole('link').click()
  await expect(names.first()).toHaveText(tidewater.name)
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('larkfield')
  await page.getByRole('search').getByRole('button', { name: 'Search' }).click()
  await expect(names).toHaveText([harborPoint.name])
})

readingTest('the page of a figure tells why it was read so', async ({ page }) => {
  await page.goto(`${harborPoint.url}/source?at=85:49-62`)
  const reasons = page.getByRole('region', { name: 'Why this reading' })
  await expect(reasons).toBeHidden()
  await page.getByText('Why this reading').click()
  await expect(reasons).toContainText('Principal balance. The header says')
  await expect(reasons).toContainText('The whole pool. Nothing on or above it names a loan group.')
})
