import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { type Strata, withStrata } from '../lib/testing/with-strata.ts'
import { addFilings, fixtures, type OnDisk, samples } from './filings.ts'

export { expect }

/** Opens a page in a browser context of its own: another reader, with other settings. Watched like the first. */
type OpenReader = (options?: BrowserContextOptions) => Promise<Page>
type Fixtures = { strata: Strata; clean: string[]; openReader: OpenReader; refusals: number[] }

/**
 * Playwright's test on a Strata of its own, its library empty. A console warning, a console error, an uncaught error, a
 * dialog or a request to another host fails the test. A browser itself notes answers such as 404 as errors; a test that
 * asks for them names their numbers with `test.use({ refusals: [404] })`.
 */
export const test = base.extend<Fixtures>({
  refusals: [[], { option: true }],
  strata: async ({ browserName: _ }, use) => withStrata(use),
  baseURL: async ({ strata }, use) => use(strata.url),
  clean: [
    async ({ context, strata, refusals }, use) => {
      const complaints: string[] = []
      watch(context, strata, complaints)
      await use(complaints)
      const left = complaints.filter(complaint => !refusals.some(status => isNotedOf(status, complaint)))
      expect(left, 'nothing is complained of in the console').toEqual([])
    },
    { auto: true },
  ],
  openReader: async ({ browser, baseURL, viewport, strata, clean }, use) => {
    const opened: BrowserContext[] = []
    await use(async options => {
      const context = await browser.newContext({ baseURL, viewport, ...options })
      opened.push(context)
      watch(context, strata, clean)
      return context.newPage()
    })
    for (const context of opened) await context.close()
  },
})

/**
 * The same on a library that holds the sample filings and a few fixtures, shared by all tests of a worker: for tests that
 * only read it.
 */
export const readingTest = test.extend<object, { filled: Strata }>({
  filled: [
    async ({ browserName: _ }, use) =>
      withStrata(async strata => {
        await addFilings(strata, ...Object.values<OnDisk>(samples), fixtures.finalPoolTables)
        await use(strata)
      }),
    { scope: 'worker', timeout: 120_000 },
  ],
  strata: async ({ filled }, use) => use(filled),
})

/**
 * The same on a library that tests of a worker share and add to: for tests that look at filings of their own, each of a deal
 * that no other test changes.
 */
export const sharingTest = test.extend<object, { shared: Strata }>({
  shared: [async ({ browserName: _ }, use) => withStrata(use), { scope: 'worker', timeout: 120_000 }],
  strata: async ({ shared }, use) => use(shared),
})

/** Whether a complaint is only the browser's note of an answer with this status, or React's of an error it shows. */
function isNotedOf(status: number, complaint: string): boolean {
  if (complaint.includes(`responded with a status of ${status} `)) return true
  return status >= 500 && complaint.includes('Minified React error #441')
}

function watch(context: BrowserContext, { url }: Strata, complaints: string[]): void {
  context.on('console', message => {
    if (['warning', 'error'].includes(message.type())) complaints.push(message.text())
  })
  context.on('weberror', error => complaints.push(error.error().message))
  context.on('dialog', dialog => {
    complaints.push(`a dialog opened: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', request => {
    if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(url))
      complaints.push(`asked another host: ${request.url()}`)
  })
}
