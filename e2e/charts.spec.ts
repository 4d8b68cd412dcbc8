import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { openDeal, section, sourcePanel } from './deal-page.ts'
import { fixtures, samples } from './filings.ts'
import { expect, readingTest as test } from './strata.ts'

const { harborPoint, tidewater } = samples
const ratios = 'Original Loan-to-Value Ratios'

/**
 * Every text of the figures on the page, as the browser has set it, that lies on another text of its figure, on an axis, a
 * line, a point or the outline of a bar. A text takes its letters' height, not that of its line.
 */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lines =
      'path:is(.ch-base, .ch-tick, .ch-dot, .ch-mark, .ch-span, .ch-stem, .ch-line, .ch-line-open, .ch-fail)'
    const letters = (text: SVGTextElement) => {
      const { left, right } = text.getBoundingClientRect()
      const matrix = text.getScreenCTM() ?? new DOMMatrix()
      const base = matrix.f + matrix.d * Number(text.getAttribute('y'))
      const size = matrix.d * Number.parseFloat(getComputedStyle(text).fontSize)
      const words = text.textContent ?? ''
      const tail = /[gjpqyQ,;()[\]{}$|@_/]/.test(words) ? 0.2 : 0.02
      return {
        words,
        left: left + 0.5,
        right: right - 0.5,
        top: base - 0.72 * size,
        bottom: base + tail * size,
      }
    }
    const points = (path: SVGPathElement) => {
      const matrix = path.getScreenCTM() ?? new DOMMatrix()
      const count = Math.ceil(path.getTotalLength() / 2)
      return Array.from({ length: count }, (_, index) =>
        path.getPointAtLength(index * 2).matrixTransform(matrix),
      )
    }
    const figures = [...document.querySelectorAll<SVGSVGElement>('.figure-box svg')].filter(figure =>
      figure.checkVisibility(),
    )
    return figures.flatMap(figure => {
      const texts = [...figure.querySelectorAll('text')].map(letters)
      const marks = [...figure.querySelectorAll<SVGPathElement>(lines)].map(path => ({
        name: path.getAttribute('class'),
        points: points(path),
      }))
      return texts.flatMap((text, index) => [
        ...texts
          .slice(index + 1)
          .filter(
            ({ left, right, top, bottom }) =>
              left < text.right && right > text.left && top < text.bottom && bottom > text.top,
          )
          .map(other => `“${text.words}” over “${other.words}”`),
        ...marks
          .filter(mark =>
            mark.points.some(
              ({ x, y }) => x > text.left && x < text.right && y > text.top && y < text.bottom,
            ),
          )
          .map(mark => `“${text.words}” over ${mark.name}`),
      ])
    })
  })
}

/** Bring every figure to life, and wait until all are. */
async function wakeFigures(page: Page): Promise<void> {
  for (const box of await page.locator('.figure-box').all()) await box.dispatchEvent('pointerenter')
  await expect(page.locator('.figure-box:not(:has(.figure-live))')).toHaveCount(0)
}

const widths = [320, 768, 1440]

/** As the figures are drawn in windows of each width, a moment after the page has another one. */
async function expectNoOverlaps(page: Page, what: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await page.waitForTimeout(300)
    expect(await overlaps(page), `${what} at ${width} px`).toEqual([])
  }
}

for (const { name, url } of [harborPoint, tidewater, fixtures.finalPoolTables])
  test(`at no width a label of ${name} covers another, an axis or a point`, async ({ page }) => {
    await openDeal(page, url)
    await page.evaluate(() => document.fonts.ready)
    await expectNoOverlaps(page, 'still')
    await wakeFigures(page)
    await expectNoOverlaps(page, 'awake')
    for (const key of ['b', 'c']) {
      await page.keyboard.press(key)
      await expectNoOverlaps(page, `after ${key}`)
    }
  })

test('a label that lies on another, on the axis or on a point is found', async ({ page }) => {
  await openDeal(page, harborPoint.url)
  const moved = await page.evaluate(() => {
    const figures = [...document.querySelectorAll<SVGSVGElement>('#original-ltv .figure-box svg')]
    const figure = figures.find(one => one.checkVisibility())
    // Texts of one group begin, or end, where they stand.
    const [text, other] = [...(figure?.querySelectorAll('g:has(text + text) text') ?? [])]
    for (const name of ['x', 'y']) text?.setAttribute(name, other?.getAttribute(name) ?? '')
    return text?.textContent
  })
  expect((await overlaps(page)).join()).toContain(`“${moved}” over`)
})

test('ticks stand at the terms and the scores that loans are made at', async ({ page }) => {
  await page.goto(tidewater.url)
  const scores = section(page, 'Credit Scores').locator('.figure-box')
  for (const tick of ['620', '680', '740'])
    await expect(scores.getByText(tick, { exact: true }).last()).toBeVisible()
  await page.goto(harborPoint.url)
  const terms = section(page, 'Remaining Terms to Maturity').locator('.figure-box')
  for (const tick of ['240', '300', '360'])
    await expect(terms.getByText(tick, { exact: true }).last()).toBeVisible()
})

test('after a click on a bar no tip stays, though the page moves under the pointer, until it moves again', async ({
  page,
}) => {
  await openDeal(page, harborPoint.url)
  const figure = section(page, ratios).locator('.figure-box')
  await figure.scrollIntoViewIfNeeded()
  await figure.hover()
  const tip = page.locator('.figure-tip')
  await expect(tip).toBeVisible()
  await expect(figure.locator('.figure-plot')).toBeVisible()
  const box = await figure.boundingBox()
  if (!box) throw new Error('the figure is not on the page')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await expect(sourcePanel(page)).toBeVisible()
  await page.waitForTimeout(600)
  await expect(tip).toHaveCount(0)
  const moved = await figure.boundingBox()
  if (!moved) throw new Error('the figure is not on the page')
  await page.mouse.move(moved.x + moved.width / 2, moved.y + moved.height / 2)
  await expect(tip).toBeVisible()
})

test('after a click on a figure in the table no tip of another row stays', async ({ page }) => {
  await openDeal(page, harborPoint.url)
  const purposes = section(page, 'Loan Purposes')
  await purposes.scrollIntoViewIfNeeded()
  const figure = purposes.getByRole('link', { name: '38,868,688.16' })
  await purposes.locator('.figure-box').hover()
  await expect(purposes.locator('.figure-live')).toBeVisible()
  await figure.hover()
  await expect(page.locator('.figure-tip')).toBeVisible()
  await figure.click()
  await expect(sourcePanel(page)).toBeVisible()
  await page.waitForTimeout(600)
  await expect(page.locator('.figure-tip')).toHaveCount(0)
})

test('a chart is taken along as it is shown, as SVG and as PNG of twice its pixels', async ({ page }) => {
  await openDeal(page, harborPoint.url)
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/measure=count/)
  const purposes = section(page, 'Loan Purposes')
  await purposes.getByText('Export').click()
  const [svg] = await Promise.all([
    page.waitForEvent('download'),
    purposes.getByRole('link', { name: 'Chart (SVG)' }).click(),
  ])
  expect(svg.suggestedFilename()).toBe('harbor-point-mortgage-trust-2001-4--purpose.svg')
  expect(svg.url()).toContain('measure=count')
  expect(await readFile(await svg.path(), 'utf8')).toContain('share of loans, 3 rows')
  await purposes.getByText('Export').click()
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    purposes.getByRole('link', { name: 'Chart (PNG)' }).click(),
  ])
  expect(png.suggestedFilename()).toBe('harbor-point-mortgage-trust-2001-4--purpose.png')
  const bytes = await readFile(await png.path())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  // 664 pixels of figure and a margin of 24 on either side, twice.
  expect(bytes.readUInt32BE(16)).toBe(1424)
})

test('the picture is drawn by whatever shows SVG, and says what it is of', async ({ page, request }) => {
  const address = `/api${harborPoint.url}/stratifications/original-ltv.svg`
  const svg = await (await request.get(address)).text()
  await page.goto(harborPoint.url)
  const drawn = await page.evaluate(async text => {
    // What is parsed in a page may have no styles of its own; what is shown as a picture has its font in one.
    const parsed = new DOMParser().parseFromString(text.replace(/<style>.*?<\/style>/s, ''), 'image/svg+xml')
    const image = new Image()
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
    await image.decode()
    return {
      isWhole: parsed.querySelector('parsererror') === null,
      title: parsed.querySelector('title')?.textContent,
      width: image.naturalWidth,
    }
  }, svg)
  expect(drawn).toEqual({ isWhole: true, title: `${ratios}, ${harborPoint.name}`, width: 712 })
})

test('a header shows on hover and says in words that it sorts', async ({ page }) => {
  await openDeal(page, harborPoint.url)
  const header = section(page, 'Loan Purposes').getByRole('columnheader', { name: 'Balance, $' })
  const button = header.getByRole('button')
  await expect(button).toHaveAccessibleDescription(/Sorts the rows$/)
  const sign = () => button.evaluate(element => getComputedStyle(element, '::after').content)
  expect(await sign()).toBe('none')
  await button.hover()
  expect(await sign()).toContain('↕')
  await page.mouse.move(0, 0)
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  expect(await sign()).toContain('↓')
})
