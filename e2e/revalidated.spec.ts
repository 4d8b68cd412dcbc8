import { withServer } from '../lib/testing/with-strata.ts'
import { tableIn } from './deal-page.ts'
import { addFilings, type InHand, replaceWords, samples, textOf } from './filings.ts'
import { expect, test } from './strata.ts'

const { alderRidge, harborPoint } = samples

/** A filing with tables for the deal whose first filing has none: the other sample's pool under this deal's names. */
const tablesOfAlderRidge: InHand = {
  name: 'alder-ridge-tables.txt',
  text: replaceWords(textOf(harborPoint), [
    ['Harbor Point Mortgage Trust 2001-4', 'Alder Ridge Loan Trust 2003-B2'],
    ['Series 2001-4', 'Series 2003-9'],
    ['HARBOR POINT SECURITIES CORP.', 'ALDER RIDGE MORTGAGE FUNDING, INC.'],
    ['Harbor Point Securities Corp.', 'Alder Ridge Mortgage Funding, Inc.'],
  ]),
}

test('a filing that joins a deal shows at once on the page that was kept', async ({ page, strata }) => {
  await addFilings(strata, alderRidge)
  const tables = page.getByRole('navigation', { name: 'Tables' }).getByRole('link')
  for (const _visit of ['draws the page', 'takes it from the cache']) {
    await page.goto(alderRidge.url)
    await expect(page.getByRole('heading', { name: 'The tables were filed on paper' })).toBeVisible()
  }
  await addFilings(strata, tablesOfAlderRidge)
  await page.goto(alderRidge.url)
  await expect(page.getByRole('heading', { level: 1, name: alderRidge.name })).toBeVisible()
  await expect(tables).toHaveCount(9)
  await expect(tableIn(page, 'Loan Purposes').locator('tbody').getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('heading', { name: 'The tables were filed on paper' })).toHaveCount(0)
})

test('the library and the picture of the link follow too', async ({ page, strata, request }) => {
  await addFilings(strata, alderRidge)
  await page.goto('/')
  await expect(page.getByRole('row', { name: alderRidge.name })).toContainText('filed on paper')
  const picture = `${alderRidge.url}/opengraph-image`
  const before = await (await request.get(picture)).body()
  expect((await (await request.get(picture)).body()).equals(before)).toBe(true)
  await addFilings(strata, tablesOfAlderRidge)
  await page.reload()
  await expect(page.getByRole('row', { name: alderRidge.name })).toContainText('83,422,786')
  await expect(page.getByText('1 deal, $83.4 million, 287 loans')).toBeVisible()
  expect((await (await request.get(picture)).body()).equals(before)).toBe(false)
})

test('a deal without tables takes the missing filing on its own page', async ({ page, strata }) => {
  await addFilings(strata, alderRidge)
  await page.goto(alderRidge.url)
  await page.getByLabel('Add a filing to Series 2003-9').setInputFiles({
    name: tablesOfAlderRidge.name,
    mimeType: 'text/plain',
    buffer: Buffer.from(tablesOfAlderRidge.text),
  })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page).toHaveURL(/\/filings\/[0-9a-f]{12}$/)
  await expect(page.getByRole('navigation', { name: 'Tables' }).getByRole('link')).toHaveCount(9)
})

test.describe('two servers on one library', () => {
  test.use({ refusals: [404] })

  test('show each other’s filings at once, on a deal’s page and in the list', async ({ page, strata }) => {
    await withServer(strata.dataFolder, async other => {
      const there = `${strata.url}${alderRidge.url}`
      for (const _visit of ['draws the page', 'asks again'])
        expect((await page.goto(there))?.status()).toBe(404)
      await addFilings(other, alderRidge)
      expect((await page.goto(there))?.status()).toBe(200)
      await expect(page.getByRole('heading', { name: 'The tables were filed on paper' })).toBeVisible()
      const picture = async () => (await page.request.get(`${there}/opengraph-image`)).body()
      const before = await picture()
      await addFilings(other, tablesOfAlderRidge)
      await page.goto(there)
      await expect(page.getByRole('navigation', { name: 'Tables' }).getByRole('link')).toHaveCount(9)
      expect((await picture()).equals(before)).toBe(false)
      await page.goto(strata.url)
      await expect(page.getByText('1 deal, $83.4 million, 287 loans')).toBeVisible()
      await addFilings(strata, harborPoint)
      expect((await fetch(`${other.url}${harborPoint.url}`)).status).toBe(200)
    })
  })
})
