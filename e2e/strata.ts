import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type ConsoleMessage,
  type Dialog,
  expect,
  type Page,
  type Request,
  type WebError,
} from '@playwright/test'
import { type Strata, withStrata } from '../lib/testing/with-strata.ts'
import { addFilings, emptyLibrary, fixtures, type OnDisk, samples } from './filings.ts'

export { expect }

/** Opens a page for another reader, with other settings. Watched like the first. */
type OpenReader = (options?: BrowserContextOptions) => Promise<Page>
type Fixtures = { strata: Strata; clean: string[]; openReader: OpenReader; refusals: number[] }

/** A browser context that the tests of a worker share, by what it is for. */
type FindContext = (name: string, options: BrowserContextOptions) => Promise<BrowserContext>
/** What starts once for all tests of a worker: starting a server or a context takes longer than most tests. */
type Kept = { findContext: FindContext; emptied: Strata; filled: Strata; shared: Strata }

/**
 * Playwright's test on a Strata whose library is empty. A console warning, a console error, an uncaught error, a dialog or
 * a request to another host fails the test. A browser itself notes answers such as 404 as errors; a test that asks for
 * them names their numbers with `test.use({ refusals: [404] })`. Each test has a page of its own and nothing that the
 * readers before it set in their browser; what the browser keeps of a site's files stays, as it does for who comes again.
 */
export const test = base.extend<Fixtures, Kept>({
  refusals: [[], { option: true }],
  findContext: [
    async ({ browser }, use) => {
      const contexts = new Map<string, Promise<BrowserContext>>()
      await use((name, options) => {
        const found = contexts.get(name) ?? browser.newContext(options)
        contexts.set(name, found)
        return found
      })
    },
    { scope: 'worker' },
  ],
  emptied: [async ({ browserName: _ }, use) => withStrata(use), { scope: 'worker', timeout: 120_000 }],
  filled: [
    async ({ browserName: _ }, use) =>
      withStrata(async strata => {
        await addFilings(strata, ...Object.values<OnDisk>(samples), fixtures.finalPoolTables)
        await use(strata)
      }),
    { scope: 'worker', timeout: 120_000 },
  ],
  shared: [async ({ browserName: _ }, use) => withStrata(use), { scope: 'worker', timeout: 120_000 }],
  strata: async ({ emptied }, use) => {
    await emptyLibrary(emptied)
    await use(emptied)
  },
  baseURL: async ({ strata }, use) => use(strata.url),
  context: async ({ findContext, baseURL, javaScriptEnabled, viewport }, use) => {
    const context = await findContext(`${baseURL} ${javaScriptEnabled}`, {
      baseURL,
      javaScriptEnabled,
      viewport,
    })
    await use(context)
    await leave(context)
  },
  page: async ({ context, viewport }, use) => use(await openPage(context, viewport)),
  clean: [
    async ({ context, strata, refusals }, use) => {
      const complaints: string[] = []
      const unwatch = watch(context, strata, complaints)
      await use(complaints)
      unwatch()
      const left = complaints.filter(complaint => !refusals.some(status => isNotedOf(status, complaint)))
      expect(left, 'nothing is complained of in the console').toEqual([])
    },
    { auto: true },
  ],
  openReader: async ({ browser, findContext, baseURL, viewport, strata, clean }, use) => {
    const endings: (() => Promise<void>)[] = []
    await use(async ({ viewport: window = viewport, javaScriptEnabled = true, ...others } = {}) => {
      const isPlain = Object.keys(others).length === 0
      const options = { baseURL, viewport: window, javaScriptEnabled, ...others }
      const context = isPlain
        ? await findContext(`another's ${baseURL} ${javaScriptEnabled}`, options)
        : await browser.newContext(options)
      const unwatch = watch(context, strata, clean)
      endings.push(async () => {
        unwatch()
        await (isPlain ? leave(context) : context.close())
      })
      return openPage(context, window)
    })
    for (const end of endings) await end()
  },
})

/**
 * The same on a library that holds the sample filings and a few fixtures, shared by all tests of a worker: for tests that
 * only read it.
 */
export const readingTest = test.extend({ strata: async ({ filled }, use) => use(filled) })

/**
 * The same on a library that tests of a worker share and add to: for tests that look at filings of their own, each of a deal
 * that no other test changes.
 */
export const sharingTest = test.extend({ strata: async ({ shared }, use) => use(shared) })

async function openPage(context: BrowserContext, viewport: BrowserContextOptions['viewport']): Promise<Page> {
  const page = await context.newPage()
  if (viewport) await page.setViewportSize(viewport)
  return page
}

/** Close what was opened in a context that stays, and forget what its reader set and was allowed. */
async function leave(context: BrowserContext): Promise<void> {
  for (const page of context.pages()) {
    // A page that shows no site has no storage.
    await page.evaluate(() => localStorage.clear()).catch(() => undefined)
    await page.close()
  }
  await context.clearPermissions()
  await context.clearCookies()
}

/** Whether a complaint is only the browser's note of an answer with this status, or React's of an error it shows. */
function isNotedOf(status: number, complaint: string): boolean {
  if (complaint.includes(`responded with a status of ${status} `)) return true
  return status >= 500 && complaint.includes('Minified React error #441')
}

/** Note what a context complains of, until what this gives back is called. */
function watch(context: BrowserContext, { url }: Strata, complaints: string[]): () => void {
  const onMessage = (message: ConsoleMessage) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(message.text())
  }
  const onError = (error: WebError) => complaints.push(error.error().message)
  const onDialog = (dialog: Dialog) => {
    complaints.push(`a dialog opened: ${dialog.message()}`)
    void dialog.dismiss()
  }
  const onRequest = (request: Request) => {
    if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(url))
      complaints.push(`asked another host: ${request.url()}`)
  }
  context.on('console', onMessage).on('weberror', onError).on('dialog', onDialog).on('request', onRequest)
  return () => {
    context
      .off('console', onMessage)
      .off('weberror', onError)
      .off('dialog', onDialog)
      .off('request', onRequest)
  }
}
