import type { Page } from '@playwright/test'
import { sixtyTables } from '../fixtures/invented/sixty-tables.ts'
import { withStrata } from '../testing/with-strata.ts'
import { withBrowser } from './browser.ts'
import { type Figure, median, type Suite } from './figure.ts'
import { ensureBuilt, sendFiling } from './site.ts'

const runs = 9
const aimsMs = { switch: 50, panel: 150 }
/** So long a pointer is on a figure before it is pressed, in milliseconds: quicker than most hands. */
const hoverMs = 200

/** How long the page is busy with an action, up to the frame that shows what it changed, in milliseconds. */
function timeInPage(page: Page, selector: string, shown: string): Promise<number> {
  return page.evaluate(
    ({ selector, shown }) =>
      new Promise<number>(resolve => {
        const start = performance.now()
        const look = () => {
          if (document.querySelector(shown)) requestAnimationFrame(() => resolve(performance.now() - start))
          else requestAnimationFrame(look)
        }
        document.querySelector<HTMLElement>(selector)?.click()
        look()
      }),
    { selector, shown },
  )
}

/** Back and forth between two measures: each press, until the next frame. */
async function timeSwitch(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const key = run % 2 === 0 ? 'c' : 'b'
    const button = `.switch [data-key="${key}"]`
    times.push(await timeInPage(page, button, `${button}[aria-pressed="true"]`))
    await page.waitForTimeout(1500)
  }
  return times
}

/** The source of a figure on a page that was loaded anew: pointed at, then pressed. */
async function timePanel(page: Page, url: string): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    await page.goto(url, { waitUntil: 'networkidle' })
    const figure = page.locator('table.strat td a[data-at]').nth(run)
    await figure.hover()
    await page.waitForTimeout(hoverMs)
    const at = await figure.getAttribute('data-at')
    times.push(await timeInPage(page, `table.strat td a[data-at="${at}"]`, '.source-panel mark'))
  }
  return times
}

function figure(name: string, times: readonly number[], aimMs: number): Figure {
  const value = median(times)
  return {
    name,
    value,
    unit: 'ms',
    ratio: null,
    aim: `at most ${aimMs} ms, median of ${runs}`,
    met: value <= aimMs,
  }
}

async function measure(): Promise<Figure[]> {
  ensureBuilt()
  return withStrata(({ url }) =>
    withBrowser(async browser => {
      const { name, text } = sixtyTables
      const dealUrl = await sendFiling(url, name, text)
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.goto(dealUrl, { waitUntil: 'networkidle' })
      return [
        figure('measure-switch-on-sixty-tables', await timeSwitch(page), aimsMs.switch),
        figure('source-panel-cold', await timePanel(page, dealUrl), aimsMs.panel),
      ]
    }),
  )
}

/** What a reader waits for on a page of sixty tables: another measure, and the source of a figure. */
export const view: Suite = { name: 'view', measure }
