import type { Page } from '@playwright/test'
import { sixtyTables } from '../lib/fixtures/invented/sixty-tables.ts'
import { openDeal, sourcePanel, tableIn } from './deal-page.ts'
import { addFilings, fixtures, samples } from './filings.ts'
import { exhibit, exhibitUrl } from './loans-exhibit.ts'
import { expect, sharingTest, readingTest as test } from './strata.ts'

const width = 320
const { harborPoint, tidewater, alderRidge } = samples

test.use({ viewport: { width, height: 640 }, refusals: [404] })

/** What sticks out of the window to the side and can be brought in by no scrolling box of its own. */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isBoxed = (element: Element): boolean => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return true
      return false
    }
    return [...document.querySelectorAll('main :is(h1, h2, h3, p, dd, td, th, a, button, input, img, svg)')]
      .filter(element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && !isBoxed(element))
      .map(element => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`)
  })
}

/** Neighbouring cells of a row whose words stand closer than 5 pixels to each other. */
function columnsRunTogether(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const linesOf = (cell: Element): DOMRect[] => {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
      const found: DOMRect[] = []
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { parentElement } = node
        if (!node.textContent?.trim() || !parentElement || parentElement.closest('.sr-only')) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        found.push(...range.getClientRects())
      }
      return found
    }
    return [...document.querySelectorAll<HTMLTableRowElement>('main tr')].flatMap(row => {
      const cells = [...row.cells].filter(cell => cell.checkVisibility())
      return cells.flatMap((cell, index) => {
        const after = cells[index + 1]
        const isClose = linesOf(cell).some(left =>
          (after ? linesOf(after) : []).some(
            right =>
              left.bottom > right.top + 2 && right.bottom > left.top + 2 && right.left - left.right < 5,
          ),
        )
        return isClose ? [`${cell.textContent} | ${after?.textContent}`] : []
      })
    })
  })
}

/** What scrolls sideways without the sign that all such boxes have. */
function scrollsUnsaid(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter(box => ['auto', 'scroll'].includes(getComputedStyle(box).overflowX))
      .filter(box => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1)
      .filter(box => !getComputedStyle(box).backgroundAttachment.includes('local'))
      .map(box => `${box.tagName} ${box.className}`),
  )
}

async function expectFits(page: Page): Promise<void> {
  const scrollable = await page.evaluate(() => {
    scrollTo(1000, 0)
    return [document.documentElement.scrollWidth - innerWidth, scrollX]
  })
  expect(scrollable, 'the page scrolls up and down alone').toEqual([0, 0])
  expect(await outOfReach(page)).toEqual([])
}

const pages = {
  'the library': '/',
  'a library that was searched in vain': '/?q=zzz',
  'a deal': harborPoint.url,
  'a deal with more tables': tidewater.url,
  'a deal of a fixture': fixtures.finalPoolTables.url,
  'a deal whose exhibits were filed on paper': alderRidge.url,
  'a place in the filing': `${harborPoint.url}/source?at=85:49-62`,
  'the ledger': `${harborPoint.url}/ledger`,
  'a table asked for an edge': `${harborPoint.url}/ask/original-ltv?above=77`,
  'a table regrouped': `${harborPoint.url}/ask/original-ltv?edges=60,77,90`,
  'pools like a deal': `${harborPoint.url}/similar`,
  'deals side by side': `/compare?deals=${[harborPoint, tidewater].map(({ url }) => url.split('/').at(-1)).join(',')}&dimension=original-ltv`,
  'deals over time': '/trends?measure=state.MA',
  'an unknown deal': '/deals/nowhere-trust-1999-1',
  'an unknown address': '/nowhere',
}

test(`every page fits a window of ${width} pixels`, async ({ page }) => {
  for (const [name, address] of Object.entries(pages))
    await test.step(name, async () => {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectFits(page)
    })
})

test.describe('in the window of a tablet', () => {
  test.use({ viewport: { width: 768, height: 1024 } })
  test('the library fits, with a figure asked for and with deals ordered by likeness too', async ({
    page,
  }) => {
    const near = harborPoint.url.split('/').at(-1)
    for (const address of ['/', '/?state.MA__gt=20&waltv__gte=10', `/?near=${near}`]) {
      await page.goto(address)
      await expectFits(page)
    }
  })
})

sharingTest.describe('of loans that are chosen', () => {
  sharingTest.use({ viewport: { width, height: 640 } })
  sharingTest('the page fits, with a split and a filter too', async ({ page, strata }) => {
    await addFilings(strata, exhibit)
    await page.goto(`${exhibitUrl}/slice?state=TX&rows=state&columns=current-ltv&average=occupancy-rate`)
    await expectFits(page)
  })
})

sharingTest.describe('of filings with loan groups, averages, tails and other tables', () => {
  sharingTest.use({ viewport: { width, height: 640 } })
  sharingTest('every page fits too, the index open or not', async ({ page, strata }) => {
    const { otherKinds, averagesAndTail } = fixtures
    await addFilings(strata, sixtyTables, otherKinds, averagesAndTail)
    for (const { url } of [otherKinds, averagesAndTail, sixtyTables]) {
      await page.goto(url)
      await expectFits(page)
    }
    await page.getByRole('button', { name: /^Index/ }).click()
    await expectFits(page)
  })
})

test('every figure of a table can be brought into the window', async ({ page }) => {
  await page.goto(harborPoint.url)
  const figures = tableIn(page, 'Current Mortgage Loan Principal Balances').getByRole('link')
  await expect(figures).toHaveCount(45)
  for (const figure of [figures.first(), figures.nth(20), figures.last()]) {
    await figure.scrollIntoViewIfNeeded()
    await expect(figure).toBeInViewport({ ratio: 1 })
  }
})

test('a figure opens the filing over the page, with the figure in sight, and closes again', async ({
  page,
}) => {
  await openDeal(page, harborPoint.url)
  await tableIn(page, 'Loan Purposes').getByRole('link', { name: '38,868,688.16' }).click()
  const mark = sourcePanel(page).locator('mark')
  await expect(mark).toHaveText('38,868,688.16')
  await expect(mark).toBeInViewport({ ratio: 0.9 })
  await expectFits(page)
  await sourcePanel(page).getByRole('button', { name: 'Close the source' }).click()
  await expect(sourcePanel(page)).toHaveCount(0)
})

test('the library keeps each deal’s figures in its row', async ({ page }) => {
  await page.goto('/')
  const row = page.getByRole('row', { name: harborPoint.name })
  await expect(row.getByRole('rowheader')).toContainText(/\$83\.4\sm\s·\s287\sloans\s·\sWAC\s7\.193/, {
    useInnerText: true,
  })
  await expect(async () => {
    await page.getByRole('combobox', { name: 'Order' }).selectOption('By balance')
    await expect(page).toHaveURL('/?sort=-balance', { timeout: 2000 })
  }).toPass()
  await expect(page.getByRole('rowheader').first()).toContainText(tidewater.name)
})

sharingTest(
  'at no width columns run together, and what scrolls sideways shows it',
  async ({ page, strata }) => {
    sharingTest.setTimeout(240_000)
    const { otherKinds } = fixtures
    await addFilings(strata, sixtyTables, harborPoint, tidewater, otherKinds)
    const deals = [sixtyTables.url, harborPoint.url, tidewater.url, otherKinds.url]
    for (const address of [...deals, `${harborPoint.url}/ledger`, `${harborPoint.url}/source?at=85:49-62`]) {
      await page.goto(address)
      for (const window of [320, 768, 1440]) {
        await page.setViewportSize({ width: window, height: 640 })
        expect(await columnsRunTogether(page), `${address} at ${window} px`).toEqual([])
        expect(await scrollsUnsaid(page), `${address} at ${window} px`).toEqual([])
      }
    }
  },
)
