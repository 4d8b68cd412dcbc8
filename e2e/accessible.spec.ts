import type { Page } from '@playwright/test'
import { twentyOneTables } from '../lib/fixtures/invented/sixty-tables.ts'
import { violations } from './axe.ts'
import { openDeal, sourcePanel, tableIn } from './deal-page.ts'
import { addFilings, fixtures, htmlTable, replaceWords, samples, textOf } from './filings.ts'
import { exhibit, exhibitUrl } from './loans-exhibit.ts'
import { expect, readingTest, sharingTest, test } from './strata.ts'
import { changingUrl, finalPool, termSheet } from './two-filings.ts'

const { harborPoint, alderRidge } = samples
const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

readingTest.use({ refusals: [404] })
// Rules are tried on every element of pages with thousands of them.
test.describe.configure({ timeout: 120_000 })

/** The rules whose answer turns on colours; the others have the same answer in light and dark. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/** The rules whose answer turns on how wide the window is. */
const rulesOfWidth = ['target-size', 'scrollable-region-focusable']

/** Light and dark, the whole page or only some parts of one that is looked at whole elsewhere. */
async function expectAccessible(page: Page, ...parts: string[]): Promise<void> {
  for (const [colorScheme, rules] of [
    ['light', { tags: standards }],
    ['dark', { rules: rulesOfColour }],
  ] as const)
    await test.step(colorScheme, async () => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await violations(page, { ...rules, parts })).toEqual([])
    })
}

const pages = {
  'the library': '/',
  'a search that finds nothing': '/?q=zzz',
  'a deal': harborPoint.url,
  'a deal whose exhibits were filed on paper': alderRidge.url,
  'the filing as printed': `${harborPoint.url}/source`,
  'a place in the filing': `${harborPoint.url}/source?at=85:49-62`,
  'the ledger': `${harborPoint.url}/ledger`,
  'two deals side by side': `/compare?deals=${harborPoint.url.split('/').at(-1)},${samples.tidewater.url.split('/').at(-1)}`,
  'two deals in one dimension': `/compare?deals=${harborPoint.url.split('/').at(-1)},${samples.tidewater.url.split('/').at(-1)}&dimension=state`,
  'a deal to be compared': `/compare?deals=${harborPoint.url.split('/').at(-1)}`,
  'deals over time': '/trends?measure=state.MA&measure=original-ltv.above.77&measure=rainfall',
  'pools like a deal': `${harborPoint.url}/similar`,
  'a table asked for an edge': `${harborPoint.url}/ask/original-ltv?above=77`,
  'a table regrouped': `${harborPoint.url}/ask/original-ltv?edges=60,77,90`,
  'a deal without loans over time': `${harborPoint.url}/over-time`,
  'a deal without loans to hold its print against': `${harborPoint.url}/tied`,
  calibration: '/calibration',
  'an unknown deal': '/deals/nowhere-trust-1999-1',
  'an unknown address': '/nowhere',
}

for (const [name, address] of Object.entries(pages))
  readingTest(`${name} breaks no rule of WCAG 2.2 AA, light or dark`, async ({ page }) => {
    await page.goto(address)
    await expectAccessible(page)
  })

for (const [name, address] of Object.entries(pages))
  readingTest(`${name} leaves fingers room on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 412, height: 9000 })
    await page.goto(address)
    expect(await violations(page, { rules: rulesOfWidth })).toEqual([])
  })

readingTest('nor does a deal with the filing open beside it and its charts awake', async ({ page }) => {
  // Tall enough for the whole page: a row half under a bar that stays in place is no target too small.
  await page.setViewportSize({ width: 1440, height: 5600 })
  await openDeal(page, harborPoint.url)
  await page.getByRole('group', { name: 'Measure' }).getByRole('button', { name: 'Loans' }).click()
  await tableIn(page, 'Loan Purposes').getByRole('link', { name: '134' }).click()
  await expect(sourcePanel(page).locator('mark')).toHaveText('134')
  await expectAccessible(page, '#purpose', 'aside')
})

readingTest('nor do an open menu and the list of keys', async ({ page }) => {
  await openDeal(page, harborPoint.url)
  await page.getByRole('main').getByText('Export').first().click()
  await expect(page.getByRole('link', { name: 'Everything read (JSON)' })).toBeVisible()
  await expectAccessible(page, 'details[open]')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys on this page' })).toBeVisible()
  await expectAccessible(page, 'dialog')
})

sharingTest(
  'nor does a table of HTML beside its markup, on the deal’s page or its own',
  async ({ page, strata }) => {
    await addFilings(strata, htmlTable)
    await openDeal(page, `${htmlTable.url}?at=9:217-230`)
    await expect(page.getByRole('region', { name: 'The table as it is seen' }).locator('mark')).toBeVisible()
    await expectAccessible(page, 'aside')
    await page.goto(`${htmlTable.url}/source?at=9:217-230`)
    await expectAccessible(page)
  },
)

sharingTest('nor does what changed between two filings of a deal', async ({ page, strata }) => {
  for (const filing of [termSheet, finalPool]) await addFilings(strata, filing)
  await page.goto(`${changingUrl}/changes`)
  await expect(page.getByRole('table').first()).toBeVisible()
  await expectAccessible(page)
})

sharingTest('nor do loans chosen, split within each other, and none left', async ({ page, strata }) => {
  await addFilings(strata, exhibit)
  for (const query of [
    '?rows=state&columns=current-ltv',
    '?add=Atlantis',
    '?state=OH&current-balance__gt=9m',
  ]) {
    await page.goto(`${exhibitUrl}/slice${query}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})

test('nor does an empty library', async ({ page }) => {
  await page.goto('/')
  await expectAccessible(page)
})

test('nor do a deal, a ledger and a library where a check fails', async ({ page, strata }) => {
  const text = replaceWords(textOf(harborPoint), [['28,599,956.41', '28,599,966.41']])
  await addFilings(strata, { name: 'changed.txt', text })
  for (const address of [harborPoint.url, `${harborPoint.url}/ledger`, '/']) {
    await page.goto(address)
    await expect(page.getByText(/\bfails?\b/).first()).toBeVisible()
    await expectAccessible(page)
  }
})

test('nor does the list of uploads with files added and refused', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Choose files').setInputFiles([
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: 'filing.txt', mimeType: 'text/plain', buffer: Buffer.from(textOf(harborPoint)) },
  ])
  await expect(page.getByRole('region', { name: 'Uploads' })).toContainText('1 added, 1 refused')
  await expectAccessible(page)
})

sharingTest(
  'nor does a filing of loan groups with one loan group shown and the index open',
  async ({ page, strata }) => {
    await addFilings(strata, twentyOneTables)
    await openDeal(page, `${twentyOneTables.url}?group=loan-group-2&line=waRatePct`)
    await expectAccessible(page, '.strip', '#loan-group-2--occupancy', '#loan-group-2--original-ltv')
    await page.keyboard.press('i')
    await expect(page.getByRole('dialog', { name: 'Index of tables' })).toBeVisible()
    await expectAccessible(page, '#index')
  },
)

sharingTest('nor do other tables, issues and what stands under a total', async ({ page, strata }) => {
  await addFilings(strata, fixtures.otherKinds, fixtures.unknownDimension, fixtures.averagesAndTail)
  for (const { url } of [fixtures.otherKinds, fixtures.unknownDimension, fixtures.averagesAndTail]) {
    await page.goto(url)
    await expectAccessible(page)
  }
})
