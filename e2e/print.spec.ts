import type { Page } from '@playwright/test'
import { sixtyTables } from '../lib/fixtures/invented/sixty-tables.ts'
import { openDeal } from './deal-page.ts'
import { addFilings, fixtures, samples } from './filings.ts'
import { readPdfPages } from './pdf-pages.ts'
import { expect, sharingTest as test } from './strata.ts'

// Sixty tables are printed in a minute where a machine has much else to do.
test.setTimeout(240_000)

const name = 'PenroseValleyTrust2005-6'

/**
 * Print a page, with a mark in the heading, the chart and the first rows of every table, and give the text of each sheet:
 *
 * > [3head] [3top] [3bottom] [3row]
 */
async function print(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const mark = (element: Element | null | undefined, text: string, side: 'top' | 'bottom') => {
      const shown = document.createElement('span')
      shown.textContent = `[${text}]`
      shown.style.cssText = `position: absolute; ${side}: 0; font: 6px sans-serif`
      if (element instanceof HTMLElement && getComputedStyle(element).position === 'static')
        element.style.position = 'relative'
      element?.append(shown)
    }
    for (const [order, section] of document.querySelectorAll('.strat-section').entries()) {
      mark(section.querySelector('h2'), `${order}head`, 'top')
      mark(section.querySelector('.figure-box'), `${order}top`, 'top')
      mark(section.querySelector('.figure-box'), `${order}bottom`, 'bottom')
      mark(section.querySelector('.strat tbody th'), `${order}row`, 'top')
    }
  })
  return readPdfPages(await page.pdf({ preferCSSPageSize: true, format: 'Letter' }))
}

test.describe('a filing with loan groups on paper', () => {
  test('every heading stands over its chart and table, and every sheet says what it is of', async ({
    page,
    strata,
  }) => {
    await addFilings(strata, sixtyTables)
    await openDeal(page, `${sixtyTables.url}?sort=occupancy.count-asc`)
    const sheets = await print(page)
    const sheetOf = (mark: string) => sheets.findIndex(text => text.includes(`[${mark}]`))
    for (let order = 0; order < 60; order++) {
      const head = sheetOf(`${order}head`)
      expect(head, `table ${order} is printed`).toBeGreaterThanOrEqual(0)
      for (const part of ['top', 'bottom', 'row'])
        expect(sheetOf(`${order}${part}`), `${part} of table ${order}`).toBe(head)
    }
    expect(sheetOf('2row'), 'the first sheet is full').toBe(0)
    expect(sheets.length, 'as few sheets as the tables need').toBeLessThanOrEqual(25)
    for (const [order, text] of sheets.entries()) {
      expect(text).toContain(`${name}${page.url()}`)
      expect(text).toContain(`Page${order + 1}of${sheets.length}`)
    }
  })

  test('the same without scripts', async ({ openReader, strata }) => {
    await addFilings(strata, sixtyTables)
    const page = await openReader({ javaScriptEnabled: false })
    await page.goto(sixtyTables.url)
    const pdf = await page.pdf({ preferCSSPageSize: true, format: 'Letter' })
    for (const text of readPdfPages(pdf))
      expect(text).toMatch(new RegExp(`${name}http://localhost:\\d+${sixtyTables.url}`))
  })
})

test('a filing with tables of other kinds is printed whole', async ({ page, strata }) => {
  await addFilings(strata, fixtures.otherKinds)
  await page.goto(fixtures.otherKinds.url)
  const sheets = readPdfPages(await page.pdf({ preferCSSPageSize: true, format: 'Letter' }))
  expect(sheets.join('')).toContain('SHA-256')
})

const deals = [samples.harborPoint, samples.tidewater]

test.describe('what is of several deals on paper', () => {
  const pages = [
    {
      title: 'a comparison',
      name: /Compare2deals/,
      // Controls of a screen, and what each chart or table begins and ends with.
      left: ['Copylink', 'Makebase', 'Remove', 'Finer,withintervals'],
      whole: '.compare-small',
      addressOf: (slugs: string[]) => `/compare?deals=${slugs.join(',')}`,
    },
    {
      title: 'trends',
      // Other tests of this file have added deals to the same library.
      name: /Trends,\d{4}to\d{4}/,
      left: ['Copylink'],
      whole: '.trend-section, .trend-shelves li',
      addressOf: () => '/trends?measure=wac&measure=waltv&measure=original-ltv.above.80',
    },
  ]
  for (const { title, name, left, whole, addressOf } of pages) {
    test(`${title}: every sheet says what it is of, and no chart is parted`, async ({
      openReader,
      strata,
    }) => {
      // Marks that are put in while a page comes alive would be taken for its own.
      const page = await openReader({ javaScriptEnabled: false })
      for (const deal of deals) await addFilings(strata, deal)
      const address = addressOf(deals.map(({ url }) => url.slice('/deals/'.length)))
      await page.goto(address)
      const parts = await page.locator(whole).evaluateAll(found =>
        found.map((part, order) => {
          for (const side of ['top', 'bottom'] as const) {
            const mark = document.createElement('span')
            mark.textContent = `[${order}${side}]`
            mark.style.cssText = `position: absolute; ${side}: 0; font: 6px sans-serif`
            part.append(mark)
          }
          if (part instanceof HTMLElement) part.style.position = 'relative'
          return order
        }),
      )
      const sheets = readPdfPages(await page.pdf({ preferCSSPageSize: true, format: 'A4' }))
      expect(parts.length).toBeGreaterThan(2)
      for (const order of parts) {
        const sheetOf = (side: string) => sheets.findIndex(text => text.includes(`[${order}${side}]`))
        expect(sheetOf('top'), `part ${order} is printed`).toBeGreaterThanOrEqual(0)
        expect(sheetOf('bottom'), `part ${order} is on one sheet`).toBe(sheetOf('top'))
      }
      for (const [order, text] of sheets.entries()) {
        expect(text).toMatch(name)
        expect(text).toContain(address)
        expect(text).toContain(`Page${order + 1}of${sheets.length}`)
        for (const control of left) expect(text).not.toContain(control)
      }
    })
  }
})
