import type { Page } from '@playwright/test'
import { sixtyTables } from '../fixtures/invented/sixty-tables.ts'
import { withStrata } from '../testing/with-strata.ts'
import { withBrowser } from './browser.ts'
import { type Figure, median, type Suite, yardstick } from './figure.ts'
import { ensureBuilt, sendFiling } from './site.ts'

const runs = 9
const aimsMs = { switch: 50, panel: 150 }
/** So long a pointer is on a figure before it is pressed, in milliseconds: quicker than most hands. */
const hoverMs = 200

/**
 * From a press until a frame has been painted that shows what was asked for, in milliseconds: a pressed switch, a marked
 * line; and of a measure, every chart in view saying that it shows it.
 */
function timeInPage(page: Page, selector: string, shown: string, said = ''): Promise<number> {
  return page.evaluate(
    ({ selector, shown, said }) =>
      new Promise<number>(resolve => {
        const isInView = (element: Element) => {
          const { top, bottom, height } = element.getBoundingClientRect()
          return height > 0 && bottom > 0 && top < innerHeight
        }
        const charts = [...document.querySelectorAll('.figure-box')].filter(isInView)
        const isThere = () =>
          document.querySelector(shown) !== null &&
          charts.every(chart =>
            [...chart.querySelectorAll('[role="img"]')].every(({ ariaLabel }) => ariaLabel?.includes(said)),
          )
        const start = performance.now()
        // Asked where a frame begins, answered by the first task after it.
        const look = () => {
          if (!isThere()) return requestAnimationFrame(look)
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - start)
          port2.postMessage(null)
        }
        document.querySelector<HTMLElement>(selector)?.click()
        requestAnimationFrame(look)
      }),
    { selector, shown, said },
  )
}

const presses = [
  { key: 'c', said: 'share of loans' },
  { key: 'b', said: 'share of balance' },
] as const

async function pressMeasure(page: Page, { key, said }: (typeof presses)[number]): Promise<number> {
  const button = `.switch [data-key="${key}"]`
  return timeInPage(page, button, `${button}[aria-pressed="true"]`, said)
}

/** Back and forth between two measures. */
async function timeSwitch(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    times.push(await pressMeasure(page, presses[run % 2 === 0 ? 0 : 1]))
    await page.waitForTimeout(1500)
  }
  return times
}

/** The first press on a page that was loaded anew: pointed at, then pressed. What draws another measure is not there yet. */
async function timeFirstSwitch(page: Page, url: string): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.locator('.switch [data-key="c"]').hover()
    await page.waitForTimeout(hoverMs)
    times.push(await pressMeasure(page, presses[0]))
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
        yardstick('measure-switch-first-press', median(await timeFirstSwitch(page, dealUrl)), 'ms'),
        figure('source-panel-cold', await timePanel(page, dealUrl), aimsMs.panel),
      ]
    }),
  )
}

/** What a reader waits for on a page of sixty tables: another measure, and the source of a figure. */
export const view: Suite = { name: 'view', measure }
