import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { ownProvider } from '../lib/testing/own-provider.ts'
import { freePort, spawnServer, untilReady } from '../lib/testing/strata-process.ts'

export { expect }

/** A Strata where people sign in, and the provider that they sign in at. */
type Desk = { url: string; providerUrl: string }
/** Opens a browser of its own for somebody; nobody is signed in in it. */
type OpenBrowser = (options?: BrowserContextOptions) => Promise<Page>

const longName = `Bartholomew ${'Featherstonehaugh-Cholmondeley '.repeat(3)}the Younger`

/** Who there is, by what they type at the provider: one for each role, and one whom no list names. */
const accounts = {
  olga: { email: 'olga@desk.example', email_verified: true, name: 'Olga Owner' },
  ed: { email: 'ed@desk.example', email_verified: true, name: 'Ed Editor' },
  vera: { email: 'vera@desk.example', email_verified: true, name: 'Vera Viewer' },
  bart: { email: `${'bartholomew.'.repeat(4)}x@desk.example`, email_verified: true, name: longName },
  stray: { email: 'stray@elsewhere.example', email_verified: true, name: 'Stray' },
}
export type Account = keyof typeof accounts

/**
 * Playwright's test on a Strata that asks who people are, with a real provider of OpenID Connect. Its library is empty at first
 * and shared by the tests of a worker, as is its log. A console error of a page of Strata fails the test; refusals are noted by
 * browsers, and are no errors here.
 */
export const test = base.extend<{ openBrowser: OpenBrowser }, { desk: Desk }>({
  desk: [
    async ({ browserName: _ }, use) => {
      const dataFolder = await mkdtemp(path.join(tmpdir(), 'strata-desk-'))
      const port = await freePort()
      const url = `http://127.0.0.1:${port}`
      const provider = await ownProvider(accounts, `${url}/api/sign-in/callback`)
      const child = spawnServer({
        dataFolder,
        port,
        env: {
          STRATA_AUTH: 'oidc',
          STRATA_URL: url,
          STRATA_OIDC_ISSUER: provider.issuer,
          STRATA_OIDC_CLIENT_ID: 'strata',
          STRATA_OIDC_CLIENT_SECRET: 'a-secret-of-the-client',
          STRATA_AUTH_SECRET: 'what-seals-the-sessions-of-these-tests',
          STRATA_OWNERS: accounts.olga.email,
          STRATA_EDITORS: accounts.ed.email,
          STRATA_VIEWERS: `${accounts.vera.email},${accounts.bart.email}`,
        },
      })
      const ended = new Promise(resolve => child.once('exit', resolve))
      await untilReady(url, child)
      await use({ url, providerUrl: provider.issuer })
      child.kill('SIGTERM')
      await ended
      provider.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  openBrowser: async ({ browser, desk }, use) => {
    const complaints: string[] = []
    const endings: (() => Promise<void>)[] = []
    await use(async options => {
      const context = await browser.newContext({ baseURL: desk.url, ...options })
      endings.push(() => context.close())
      // The provider's pages would like a font from elsewhere.
      await context.route(/^https:/, route => route.abort())
      context.on('console', message => {
        const isOwn = message.location().url.startsWith(desk.url)
        if (isOwn && message.type() === 'error' && !/status of 40[13] /.test(message.text()))
          complaints.push(message.text())
      })
      context.on('weberror', error => complaints.push(error.error().message))
      return await context.newPage()
    })
    for (const end of endings) await end()
    expect(complaints, 'nothing is complained of in the console').toEqual([])
  },
})

/** Go to an address, be led to sign in, and do so at the provider's own pages. */
export async function signIn(page: Page, account: Account, address = '/'): Promise<void> {
  await page.goto(address)
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await page.locator('input[name="login"]').fill(account)
  await page.locator('input[name="password"]').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText(accounts[account].name).first()).toBeAttached()
}
