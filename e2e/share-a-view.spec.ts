import type { Page } from '@playwright/test'
import { labelsOf, openDeal, sourcePanel, tableIn } from './deal-page.ts'
import { samples } from './filings.ts'
import { expect, readingTest as test } from './strata.ts'

const states = 'Geographic Distribution of Mortgaged Properties'

function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}

test('a copied link shows a second reader the same measure, order and figure', async ({
  page,
  context,
  openReader,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDeal(page, samples.harborPoint.url)
  await page.getByRole('button', { name: 'Loans', exact: true }).and(page.locator('[aria-pressed]')).click()
  await tableIn(page, states).getByRole('button', { name: '% of balance' }).click()
  await tableIn(page, states).getByRole('link', { name: '92', exact: true }).click()
  const panel = sourcePanel(page)
  await expect(panel.locator('mark')).toHaveText('92')
  await panel.getByRole('button', { name: 'Copy link' }).click()
  await expect(panel.getByText('Copied')).toBeVisible()

  const colleague = await openReader()
  await openDeal(colleague, await copied(page))
  await expect(colleague.getByRole('button', { name: 'Loans', pressed: true })).toBeVisible()
  const table = tableIn(colleague, states)
  await expect(labelsOf(table).first()).toHaveText('Massachusetts')
  await expect(labelsOf(table).last()).toHaveText('Maine')
  await expect(table.getByRole('columnheader', { name: '% of balance' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await expect(sourcePanel(colleague).locator('mark')).toHaveText('92')
  await expect(sourcePanel(colleague)).toContainText('Massachusetts')
})

test('the button at the head copies the address of what is seen', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDeal(page, `${samples.harborPoint.url}?measure=balance`)
  const head = page.getByRole('main').getByRole('button', { name: 'Copy link' })
  await expect(page.getByRole('button', { name: 'Balance', pressed: true })).toBeVisible()
  await head.click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await copied(page)).toBe(page.url())
})

/** What the page tells a chat that a link to it is pasted in. */
async function told(page: Page, property: string): Promise<string> {
  const tag = page.locator(`meta[property="${property}"], meta[name="${property}"]`)
  await expect(tag).toHaveCount(1)
  return (await tag.getAttribute('content')) ?? ''
}

test('a pasted link shows the deal: its name, its figures and its picture', async ({
  page,
  request,
  strata,
}) => {
  await page.goto(samples.harborPoint.url)
  await expect(page).toHaveTitle(new RegExp(`^${samples.harborPoint.name}`))
  for (const property of ['description', 'og:description', 'twitter:description']) {
    const description = await told(page, property)
    for (const figure of ['287 loans', '$83,422,786', '7.193%', '75.90%', '355 months', '9 tables'])
      expect(description, property).toContain(figure)
  }
  expect(await told(page, 'og:title')).toContain(samples.harborPoint.name)
  expect(await told(page, 'twitter:card')).toBe('summary_large_image')
  const picture = new URL(await told(page, 'og:image'))
  expect(picture.port).toBe(new URL(strata.url).port)
  const answer = await request.get(picture.pathname + picture.search)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('image/png')
  const bytes = await answer.body()
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  // A PNG begins with its header chunk: width and height stand at bytes 16 and 20.
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
})

test('a deal without tables has a picture and a description of its own', async ({ page, request }) => {
  await page.goto(samples.alderRidge.url)
  expect(await told(page, 'og:description')).toContain('filed on paper under Form SE')
  const picture = new URL(await told(page, 'og:image'))
  const answer = await request.get(picture.pathname + picture.search)
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png'])
})
