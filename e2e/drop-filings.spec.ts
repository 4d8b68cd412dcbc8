import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { inventedZip } from '../lib/testing/invented-zip.ts'
import { dropAtOnce, dropOn } from './drop.ts'
import { addFilings, samples, textOf } from './filings.ts'
import { test as base, expect } from './strata.ts'

/** A folder for files of the test's own making. */
const test = base.extend<{ folder: string }>({
  folder: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'strata-drop-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})

const uploads = (page: Page) => page.getByRole('region', { name: 'Uploads' })
const row = (page: Page, name: string) => uploads(page).getByRole('listitem').filter({ hasText: name })
const deals = (page: Page) => page.getByRole('table', { name: /^Deals/ })
const megabyte = 1024 * 1024

test('both samples dropped at once are read side by side and land in the library', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByText('No deals yet')).toBeVisible()
  await dropOn(page, samples.harborPoint.file, samples.alderRidge.file)
  await expect(uploads(page)).toContainText('2 files done')
  await expect(uploads(page)).toContainText('2 added')
  await expect(row(page, 'harbor-point')).toContainText(/added: 9 tables, \d+ checks pass/)
  await expect(row(page, 'alder-ridge')).toContainText('no tables in it, and its page says why')
  await expect(deals(page).getByRole('rowheader')).toHaveCount(2)
  await expect(page.getByText('1 deal, $83.4 million, 287 loans · 1 other filing')).toBeVisible()
  await row(page, 'alder-ridge').getByRole('link', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 1, name: samples.alderRidge.name })).toBeVisible()
})

test('one filing alone leads to its deal', async ({ page }) => {
  await page.goto('/')
  await dropOn(page, samples.harborPoint.file)
  await expect(page.getByRole('heading', { level: 1, name: samples.harborPoint.name })).toBeVisible()
  await expect(page).toHaveURL(samples.harborPoint.url)
})

test('one filing alone that is known leads to its deal too', async ({ page, strata }) => {
  await addFilings(strata, samples.harborPoint)
  await page.goto('/')
  await dropOn(page, samples.harborPoint.file)
  await expect(page.getByRole('heading', { level: 1, name: samples.harborPoint.name })).toBeVisible()
  await expect(page).toHaveURL(samples.harborPoint.url)
})

test('a file dropped before the page can take it waits until it can', async ({ page }) => {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js', async route => {
    await released
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'commit' })
  await expect(page.getByText('No deals yet')).toBeVisible()
  await dropAtOnce(page, samples.harborPoint.file)
  release()
  await expect(page.getByRole('heading', { level: 1, name: samples.harborPoint.name })).toBeVisible()
})

test('each file shows how far it is while it is sent, and can be cancelled', async ({ page }) => {
  await page.goto('/')
  let go = () => {}
  const held = new Promise<void>(resolve => {
    go = resolve
  })
  await page.route('/api/filings', async route => {
    await held
    await route.continue()
  })
  await dropOn(page, samples.harborPoint.file, samples.alderRidge.file)
  await expect(uploads(page)).toContainText('Reading 2 files')
  await expect(row(page, 'harbor-point').getByRole('progressbar')).toBeVisible()
  await row(page, 'alder-ridge').getByRole('button', { name: 'Cancel' }).click()
  await expect(row(page, 'alder-ridge')).toContainText('Cancelled')
  go()
  await expect(row(page, 'harbor-point')).toContainText('9 tables')
  await row(page, 'alder-ridge').getByRole('button', { name: 'Send' }).click()
  await expect(row(page, 'alder-ridge')).toContainText('no tables in it')
})

test('the same bytes again are already here, under the same address', async ({ page }) => {
  await page.goto('/')
  await dropOn(page, samples.harborPoint.file, samples.alderRidge.file)
  await expect(uploads(page)).toContainText('2 added')
  await dropOn(page, samples.harborPoint.file, samples.alderRidge.file)
  await expect(uploads(page)).toContainText('2 already here')
  const again = row(page, 'Already here, byte for byte').filter({ hasText: 'harbor-point' })
  await expect(again.getByRole('link', { name: samples.harborPoint.name }).first()).toHaveAttribute(
    'href',
    samples.harborPoint.url,
  )
  await expect(deals(page).getByRole('rowheader')).toHaveCount(2)
})

test.describe('refusals', () => {
  test.use({ refusals: [422] })

  test('say why and what to do, and nothing else of the drop is lost', async ({ page, folder }) => {
    const spoiled = {
      'scan.pdf': Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n', 'latin1'),
      'nothing.txt': Buffer.alloc(0),
      'chart.png': Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
      'whole-year.txt': Buffer.alloc(51 * megabyte, 'Aggregate Principal Balance\n'),
      'letter.txt': Buffer.from('Dear Sir,\n\nthank you for your letter.\n'),
    }
    for (const [name, bytes] of Object.entries(spoiled)) await writeFile(path.join(folder, name), bytes)
    await page.goto('/')
    const files = Object.keys(spoiled).map(name => path.join(folder, name))
    await dropOn(page, samples.harborPoint.file, ...files, samples.alderRidge.file)
    await expect(uploads(page)).toContainText('7 files done')
    await expect(uploads(page)).toContainText('2 added, 5 refused')
    for (const [name, says] of [
      ['scan.pdf', /Refused\. This is a PDF\..*save the complete submission \(\.txt\) and drop that/],
      ['nothing.txt', /Refused\. The file is empty\. Download the filing again/],
      ['chart.png', /Refused\. This is not text\..*save the complete submission/],
      ['whole-year.txt', /Refused\. The file is larger than 50 MB\. Split the submission/],
      ['letter.txt', /Refused\. Nothing in this file looks like an SEC filing.*Drop the filing’s text/],
    ] as const)
      await expect(row(page, name)).toContainText(says)
    await expect(row(page, 'harbor-point')).toContainText('9 tables')
    await expect(deals(page).getByRole('rowheader')).toHaveCount(2)
  })
})

test('an archive opens into its files, each with a row of its own', async ({ page, folder }) => {
  const archive = path.join(folder, 'pools.zip')
  const entries = [
    { name: 'filings/first.txt', content: textOf(samples.harborPoint) },
    { name: 'filings/second.txt', content: textOf(samples.alderRidge) },
    { name: 'filings/scan.pdf', content: '%PDF-1.4\n' },
    { name: '__MACOSX/filings/._first.txt', content: 'of no interest' },
  ]
  await writeFile(archive, inventedZip(entries))
  await page.goto('/')
  await dropOn(page, archive)
  await expect(uploads(page)).toContainText('3 files done')
  await expect(uploads(page)).toContainText('2 added, 1 refused')
  await expect(row(page, 'pools.zip › filings/first.txt')).toContainText('9 tables')
  await expect(row(page, 'pools.zip › filings/second.txt')).toContainText('no tables in it')
  await expect(row(page, 'pools.zip › filings/scan.pdf')).toContainText('This is a PDF.')
  await expect(deals(page).getByRole('rowheader')).toHaveCount(2)
})

test('a whole folder can be dropped, and folders in it are opened', async ({ page, folder }) => {
  await mkdir(path.join(folder, 'filings', '2003'), { recursive: true })
  await writeFile(path.join(folder, 'filings', 'first.txt'), textOf(samples.harborPoint))
  await writeFile(path.join(folder, 'filings', '2003', 'second.txt'), textOf(samples.alderRidge))
  await writeFile(path.join(folder, 'filings', '.DS_Store'), 'of no interest')
  await page.goto('/')
  await dropOn(page, path.join(folder, 'filings'))
  await expect(uploads(page)).toContainText('2 files done')
  await expect(row(page, 'filings/first.txt')).toContainText('9 tables')
  await expect(row(page, 'filings/2003/second.txt')).toContainText('no tables in it')
})

test('a folder can be chosen with a button', async ({ page, folder }) => {
  await writeFile(path.join(folder, 'first.txt'), textOf(samples.harborPoint))
  await writeFile(path.join(folder, 'second.txt'), textOf(samples.alderRidge))
  await page.goto('/')
  await expect(async () => {
    const chooser = page.waitForEvent('filechooser', { timeout: 2000 })
    await page.getByRole('button', { name: 'Choose folder' }).click()
    await (await chooser).setFiles(folder)
  }).toPass()
  await expect(uploads(page)).toContainText('2 added')
})

test('files can be chosen with the keyboard alone', async ({ page }) => {
  await page.goto('/')
  await expect(async () => {
    const chooser = page.waitForEvent('filechooser', { timeout: 2000 })
    await page.getByLabel('Choose files').focus()
    await page.keyboard.press('Space')
    await (await chooser).setFiles([samples.harborPoint.file, samples.alderRidge.file])
  }).toPass()
  await expect(uploads(page)).toContainText('2 added')
})

test('a filing can be dropped on any page, also on that of a deal', async ({ page }) => {
  await page.goto('/')
  await dropOn(page, samples.harborPoint.file)
  await expect(page.getByRole('heading', { level: 1, name: samples.harborPoint.name })).toBeVisible()
  await dropOn(page, samples.alderRidge.file)
  await expect(page.getByRole('heading', { level: 1, name: samples.alderRidge.name })).toBeVisible()
})

test('a long upload goes on where it broke off when the page was left', async ({ page, folder }) => {
  const pools = path.join(folder, 'pools')
  await mkdir(pools)
  const text = textOf(samples.alderRidge)
  for (let number = 0; number < 120; number++)
    await writeFile(path.join(pools, `${number}.txt`), `${text}\nCopy ${number}\n`)
  // Twenty leave, the others wait on the wire.
  let sent = 0
  await page.route('**/api/filings', async route => {
    sent++
    if (sent <= 20) await route.continue()
  })
  await page.goto('/')
  await dropOn(page, pools)
  await expect(uploads(page)).toContainText('20 added, 100 still to go')
  await expect(uploads(page).getByRole('listitem')).toHaveCount(120)
  const kept = () => page.evaluate(() => localStorage.getItem('uploads')?.split(' ').length)
  await expect.poll(kept).toBe(21)
  await page.close()

  const again = await page.context().newPage()
  await again.goto('/')
  const broken = again.getByRole('region', { name: 'An upload that broke off' })
  await expect(broken).toContainText('20 of 120 files were in the library')
  await dropOn(again, pools)
  await expect(uploads(again)).toContainText('120 files done', { timeout: 60_000 })
  await expect(uploads(again)).toContainText('100 added, 20 done before')
  await again.reload()
  await expect(deals(again).getByRole('rowheader')).toHaveCount(1)
  await expect(broken).toHaveCount(0)
})
