import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { samples } from './filings.ts'
import { expect, signIn, test } from './signed-in.ts'

const { harborPoint, tidewater } = samples
const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const logged = (page: Page) => page.getByRole('table', { name: /^What people did/ }).getByRole('row')

/** By every rule in light, and by those of colours in the dark. */
async function expectAccessible(page: Page): Promise<void> {
  for (const [colorScheme, rules] of [
    ['light', { tags: standards }],
    ['dark', { rules: ['color-contrast', 'link-in-text-block'] }],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await violations(page, rules)).toEqual([])
  }
}

test('an editor signs in, uploads filings, and reads no log', async ({ openBrowser }) => {
  const page = await openBrowser()
  await page.goto('/')
  await expect(title(page, 'Sign in to Strata')).toBeVisible()
  await expectAccessible(page)
  await signIn(page, 'ed')
  for (const { file, name } of [tidewater, harborPoint]) {
    await page.goto('/')
    await page
      .getByLabel('Choose files')
      .or(page.locator('input[type="file"][data-upload]'))
      .first()
      .setInputFiles(file)
    await expect(title(page, name)).toBeVisible()
  }
  await page.goto('/log')
  await expect(title(page, 'This page is not for your role')).toBeVisible()
  await expectAccessible(page)
})

test('a viewer looks at everything and finds no buttons that change it', async ({ openBrowser }) => {
  const page = await openBrowser()
  await signIn(page, 'vera', harborPoint.url)
  await expect(title(page, harborPoint.name)).toBeVisible()
  await expect(page).toHaveURL(harborPoint.url)
  const changing = page.locator('form[method="post"]:visible').filter({ hasNotText: 'Sign out' })
  await expect(changing).toHaveCount(0)
  for (const name of ['Share…', 'Upload', 'Rename', 'Delete', 'Add a note'])
    await expect(
      page.getByRole('main').getByText(name, { exact: true }).and(page.locator(':visible')),
    ).toHaveCount(0)
  await page.goto('/')
  await expect(page.getByRole('rowheader', { name: tidewater.name })).toBeVisible()
  await expect(changing).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Upload' })).toHaveCount(0)
  await page.goto(`/share?of=${harborPoint.url}`)
  await expect(title(page, 'This page is not for your role')).toBeVisible()
})

test('an owner’s link opens one deal to a stranger until it is withdrawn, and the log says so', async ({
  openBrowser,
}) => {
  const owner = await openBrowser()
  await signIn(owner, 'olga', harborPoint.url)
  await owner.getByRole('link', { name: 'Share…' }).click()
  await expectAccessible(owner)
  await owner.getByRole('button', { name: 'Make a link' }).click()
  const made = owner.getByLabel(/^The link\./)
  await expect(made).toBeVisible()
  await expectAccessible(owner)
  const link = await made.inputValue()

  const stranger = await openBrowser()
  await stranger.goto(link)
  await expect(title(stranger, harborPoint.name)).toBeVisible()
  await expect(stranger).toHaveURL(harborPoint.url)
  await expect(stranger.getByRole('link', { name: 'Library' })).toHaveCount(0)
  await expect(stranger.getByRole('navigation', { name: 'Breadcrumb' })).toHaveCount(0)
  await stranger.goto(`${harborPoint.url}/ledger`)
  const trail = stranger.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link')
  await expect(trail).toHaveText([harborPoint.name])
  await stranger.goto(tidewater.url)
  await expect(title(stranger, 'Your link opens something else')).toBeVisible()
  await expect(stranger.getByText(tidewater.name)).toHaveCount(0)
  await expectAccessible(stranger)

  await owner.getByRole('button', { name: /^Withdraw/ }).click()
  await expect(owner.getByText(/^Withdrawn on .* by olga@desk\.example$/)).toBeVisible()
  await stranger.goto(harborPoint.url)
  await expect(title(stranger, 'Sign in to Strata')).toBeVisible()
  await stranger.goto(link)
  await expect(stranger.getByRole('main').getByRole('alert')).toContainText('expired, was withdrawn')

  await owner.goto('/log')
  for (const [who, what] of [
    ['olga@desk.example', /Withdrew a link.*Harbor Point/],
    ['olga@desk.example', /Made a link.*Harbor Point/],
    ['ed@desk.example', /Uploaded.*harbor-point/],
    ['vera@desk.example', /Signed in/],
    [/^link /, /Was refused/],
  ] as const)
    await expect(
      logged(owner)
        .filter({ has: owner.getByRole('cell', { name: who }) })
        .filter({ hasText: what })
        .first(),
    ).toBeVisible()
  await expectAccessible(owner)
})

test('who has signed in and has no role is told so, and sees nothing', async ({ openBrowser }) => {
  const page = await openBrowser()
  await signIn(page, 'stray', harborPoint.url)
  await expect(title(page, 'You have no role here yet')).toBeVisible()
  await expect(page.getByText(harborPoint.name)).toHaveCount(0)
  await expectAccessible(page)
})
