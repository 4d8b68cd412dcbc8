import type { Page } from '@playwright/test'
import { edgarIndex } from '../lib/testing/edgar-index.ts'
import { declared, type StandInEdgar, standInEdgar } from '../lib/testing/stand-in-edgar.ts'
import { type Strata, withStrata } from '../lib/testing/with-strata.ts'
import { emptyLibrary, samples, textOf } from './filings.ts'
import { test as base, expect } from './strata.ts'

const accession = '0000912057-02-012345'
const address = `https://www.sec.gov/Archives/edgar/data/1000/${accession}.txt`
const folder = '/Archives/edgar/data/1000/000091205702012345'

/** A Strata that asks a stand-in for EDGAR, which keeps one submission. */
const test = base.extend<object, { edgar: StandInEdgar; asking: Strata }>({
  edgar: [
    async ({ browserName: _ }, use) => {
      const rows = [
        { sequence: '1', description: 'FORM 8-K', name: 'a2.htm', type: '8-K', size: '1234' },
        { sequence: '2', description: 'POOL TABLES', name: 'a99.txt', type: 'EX-99.1', size: '45678' },
        { sequence: '3', description: '', name: 'logo.jpg', type: 'GRAPHIC', size: '99' },
      ]
      const edgar = await standInEdgar({
        [new URL(address).pathname]: textOf(samples.harborPoint),
        [`${folder}/${accession}-index.htm`]: edgarIndex(accession, rows, '59000'),
        [`${folder}/a99.txt`]: textOf(samples.tidewater),
      })
      await use(edgar)
      await edgar.close()
    },
    { scope: 'worker' },
  ],
  asking: [
    async ({ edgar }, use) =>
      withStrata(use, { STRATA_EDGAR_USER_AGENT: declared, STRATA_EDGAR_STAND_IN: edgar.origin }),
    { scope: 'worker', timeout: 120_000 },
  ],
  strata: async ({ asking }, use) => {
    await emptyLibrary(asking)
    await use(asking)
  },
})

const field = (page: Page) => page.getByLabel('Or fetch from EDGAR')
const uploads = (page: Page) => page.getByRole('region', { name: 'Uploads' })

test('an address at sec.gov leads to its deal, and again without asking EDGAR', async ({ page, edgar }) => {
  await page.goto('/')
  await field(page).fill(address)
  await page.getByRole('button', { name: 'Fetch' }).click()
  await expect(page.getByRole('heading', { level: 1, name: samples.harborPoint.name })).toBeVisible()
  await expect(page).toHaveURL(samples.harborPoint.url)
  const before = edgar.asked.length
  await page.goto('/')
  await field(page).fill(accession)
  await field(page).press('Enter')
  await expect(page).toHaveURL(samples.harborPoint.url)
  expect(edgar.asked.length).toBe(before)
})

test('an address that is pasted on the page is fetched', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: 'Library' }).click()
  await expect(async () => {
    await page.evaluate(text => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    }, address)
    await expect(page).toHaveURL(samples.harborPoint.url, { timeout: 5000 })
  }).toPass()
})

test('exhibits are chosen from the documents of a submission', async ({ page }) => {
  await page.goto('/')
  await field(page).fill(address)
  await page.getByRole('button', { name: 'Choose documents' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Submission ${accession}` })).toBeVisible()
  const documents = page.getByRole('table', { name: 'Documents of the submission' })
  await expect(documents.getByRole('row')).toHaveCount(4)
  await expect(documents.getByRole('row', { name: /logo\.jpg/ }).getByRole('checkbox')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Its page on EDGAR' })).toHaveAttribute(
    'href',
    `https://www.sec.gov${folder}/${accession}-index.htm`,
  )
  await page.getByLabel('a99.txt').check()
  await page.getByRole('button', { name: 'Fetch what is ticked' }).click()
  await expect(page.getByRole('heading', { level: 1, name: samples.tidewater.name })).toBeVisible()
  await page.goto(`/edgar/${accession}`)
  await expect(documents.getByRole('row', { name: /a99\.txt/ })).toContainText(
    `Already here: ${samples.tidewater.name}`,
  )
})

test.describe('refusals', () => {
  test.use({ refusals: [400, 404] })

  test('say why, and what else to do', async ({ page }) => {
    await page.goto('/')
    await field(page).fill('https://elsewhere.example/filing.txt')
    await page.getByRole('button', { name: 'Fetch' }).click()
    await expect(uploads(page)).toContainText('Not fetched. This is neither an accession number')
    await field(page).fill('https://www.sec.gov/Archives/edgar/data/7/0000000007-02-000007.txt')
    await page.getByRole('button', { name: 'Fetch' }).click()
    await expect(uploads(page)).toContainText('Not fetched. EDGAR has no such filing')
  })
})

test.describe('a submission that nobody asked for', () => {
  test.use({ refusals: [404] })

  test('is offered to be listed', async ({ page }) => {
    await page.goto('/edgar/0000912057-02-999999')
    await expect(page.getByRole('button', { name: 'List documents' })).toBeVisible()
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the form leads to the deal, or says why not', async ({ page }) => {
    await page.goto('/')
    await field(page).fill('my filing')
    await page.getByRole('button', { name: 'Fetch' }).click()
    await expect(page.getByRole('alert')).toContainText('my filing was not fetched. This is neither')
    await field(page).fill(address)
    await page.getByRole('button', { name: 'Fetch' }).click()
    await expect(page.getByRole('heading', { level: 1, name: samples.harborPoint.name })).toBeVisible()
  })
})

base.describe('where nobody says who asks', () => {
  base.use({ refusals: [501] })

  base('the page says what is to be set', async ({ page }) => {
    await page.goto('/')
    await field(page).fill(address)
    await page.getByRole('button', { name: 'Fetch' }).click()
    await expect(uploads(page)).toContainText('sets STRATA_EDGAR_USER_AGENT to a name and an address')
  })
})
