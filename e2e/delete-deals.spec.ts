import type { Page } from '@playwright/test'
import { withServer } from '../lib/testing/with-strata.ts'
import { listedDeals as deals, openDeal } from './deal-page.ts'
import { addFilings, samples } from './filings.ts'
import { expect, test } from './strata.ts'

const { harborPoint, tidewater, alderRidge } = samples

test.use({ refusals: [404] })

const ticked = (page: Page) => page.getByRole('form', { name: 'Ticked deals' })

test('a deal is deleted on its page, brought back by the toast, and its page follows', async ({
  page,
  strata,
}) => {
  await addFilings(strata, harborPoint, tidewater)
  await openDeal(page, harborPoint.url)
  await page.getByText('Edit', { exact: true }).click()
  await page.getByRole('button', { name: 'Delete this deal' }).click()
  await expect(page.getByText(`${harborPoint.name} was deleted.`)).toBeVisible()
  await expect(deals(page)).toHaveText([tidewater.name])
  expect((await page.goto(harborPoint.url))?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'This deal was deleted' })).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { level: 1, name: harborPoint.name })).toBeVisible()
  expect((await page.goto(harborPoint.url))?.status()).toBe(200)
})

test('ticked rows are deleted at once, wait on a page of their own, and go for good from there', async ({
  page,
  strata,
}) => {
  await addFilings(strata, harborPoint, tidewater, alderRidge)
  await page.goto('/')
  await expect(ticked(page)).toBeHidden()
  await page.getByRole('checkbox', { name: `Tick ${harborPoint.name}` }).check()
  await expect(ticked(page)).toBeVisible()
  await page.getByRole('checkbox', { name: `Tick ${alderRidge.name}` }).check()
  await ticked(page).getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('2 deals were deleted.')).toBeVisible()
  await expect(deals(page)).toHaveText([tidewater.name])
  await page.getByRole('link', { name: 'Recently deleted (2)' }).click()
  const row = page.getByRole('row', { name: alderRidge.name })
  await row.getByText('Remove now…').click()
  await row.getByRole('button', { name: 'Remove for good' }).click()
  await expect(page.getByRole('row', { name: alderRidge.name })).toHaveCount(0)
  await page.goto(alderRidge.url)
  await expect(page.getByRole('heading', { name: 'This library holds no such deal' })).toBeVisible()
  await page.goto(harborPoint.url)
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(page.getByRole('heading', { level: 1, name: harborPoint.name })).toBeVisible()
})

test('all rows are ticked by the tick over them', async ({ page, strata }) => {
  await addFilings(strata, harborPoint, tidewater)
  await page.goto('/')
  const all = page.getByRole('checkbox', { name: 'Tick all deals shown' })
  const one = page.getByRole('checkbox', { name: `Tick ${tidewater.name}` })
  await expect(async () => {
    await all.setChecked(false)
    await all.check()
    await expect(one).toBeChecked({ timeout: 1000 })
  }).toPass()
  await one.uncheck()
  await expect(all).not.toBeChecked()
  await ticked(page).getByRole('button', { name: 'Untick all' }).click()
  await expect(ticked(page)).toBeHidden()
})

test('what one server deletes is gone for another at once', async ({ page, strata }) => {
  await addFilings(strata, harborPoint)
  await withServer(strata.dataFolder, async other => {
    for (const _visit of ['draws the page', 'keeps it'])
      expect((await page.goto(`${strata.url}${harborPoint.url}`))?.status()).toBe(200)
    const deletion = await fetch(`${other.url}/api/bin`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ deals: [harborPoint.url.split('/').at(-1)] }),
    })
    expect(deletion.status).toBe(200)
    expect((await page.goto(`${strata.url}${harborPoint.url}`))?.status()).toBe(404)
  })
})

test('without scripts a page of another site cannot delete, and our own can', async ({
  openReader,
  strata,
}) => {
  await addFilings(strata, harborPoint)
  const refused = await fetch(`${strata.url}/api/bin`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    body: 'deals=harbor-point-mortgage-trust-2001-4',
  })
  expect(refused.status).toBe(403)
  const reader = await openReader({ javaScriptEnabled: false })
  await reader.goto('/')
  await reader.getByRole('checkbox', { name: `Tick ${harborPoint.name}` }).check()
  await ticked(reader).getByRole('button', { name: 'Delete' }).click()
  await expect(reader.getByText(`${harborPoint.name} was deleted.`)).toBeVisible()
  await reader.getByRole('button', { name: 'Undo' }).click()
  await expect(reader.getByRole('heading', { level: 1, name: harborPoint.name })).toBeVisible()
})
