import type { APIResponse } from '@playwright/test'
import { definition, openDeal, section, tableIn } from './deal-page.ts'
import { addFilings, type InHand, replaceWords, samples, textOf } from './filings.ts'
import { expect, readingTest, test } from './strata.ts'

const { harborPoint } = samples

/** A filing whose names, title, labels and notes would like to be markup. */
const hostile: InHand = {
  name: `"><img src=x onerror=alert(8)>.txt`,
  text: replaceWords(textOf(harborPoint), [
    ['Larkfield Home Lending, Inc.', 'Larkfield <img src=x onerror=alert(1)> Lending'],
    ['Granite\nState Trust Company', `Granite'">\n<script>alert(2)</script> Company`],
    ['Property Types', 'Property <script>alert(3)</script> Types'],
    ['Full Documentation ', '"><svg onload=a(4)>'],
    ['Stated Income/\nStated Assets', 'javascript:alert/\n(5) Stated '],
    ['(2)   Second liens,', '(2)   Second </script><script>alert(6)</script>'],
    ['Eleanor M. Whitcomb', '<i>Eleanor</i> Whitc'],
  ]),
}

test.describe('a hostile filing', () => {
  test.beforeEach(async ({ page, strata }) => {
    await addFilings(strata, hostile)
    await page.addInitScript(() => {
      Object.assign(window, {
        alert: (what: unknown) => console.error(`a script of the filing ran: ${what}`),
      })
    })
  })

  test('is text on the deal page, to the letter', async ({ page }) => {
    await page.goto(harborPoint.url)
    const main = page.getByRole('main')
    await expect(section(page, 'Property <script>alert(3)</script> Types').getByRole('heading')).toBeVisible()
    const labels = tableIn(page, 'Loan Documentation Programs').getByRole('rowheader')
    await expect(labels.filter({ hasText: '"><svg onload=a(4)>' })).toBeVisible()
    await expect(labels.filter({ hasText: 'javascript:alert/(5) Stated' })).toBeVisible()
    await expect(section(page, 'Original Loan-to-Value')).toContainText('</script><script>alert(6)</script>')
    await expect(definition(page, 'Signed by')).toContainText('<i>Eleanor</i> Whitc')
    await expect(main.locator('img, script, i:text("Eleanor")')).toHaveCount(0)
    await expect(page.locator('[onerror], [onload], [href^="javascript:" i]')).toHaveCount(0)
  })

  test('is text in the panel, on its own page, in the ledger and in the library', async ({ page }) => {
    await openDeal(page, harborPoint.url)
    await tableIn(page, 'Loan Documentation Programs').getByRole('link', { name: '156' }).click()
    await expect(page.locator('mark')).toHaveText('156')
    for (const address of [`${harborPoint.url}/source?at=61:12-40`, `${harborPoint.url}/ledger`, '/']) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('main').locator('img, script')).toHaveCount(0)
      await expect(page.locator('[onerror], [onload], [href^="javascript:" i]')).toHaveCount(0)
    }
    await page.goto(`${harborPoint.url}/source`)
    await expect(page.getByRole('region', { name: 'The filing as printed' })).toContainText(
      'Larkfield <img src=x onerror=alert(1)> Lending',
    )
  })

  test('is text in the title of a figure’s own page', async ({ page }) => {
    await page.goto(harborPoint.url)
    const row = tableIn(page, 'Loan Documentation Programs').getByRole('row', { name: '"><svg onload=a(4)>' })
    await page.goto((await row.getByRole('link', { name: '156' }).getAttribute('href')) ?? '')
    await expect(page).toHaveTitle(/› "><svg onload=a\(4\)> › /)
    await expect(page.locator('[onload], head svg')).toHaveCount(0)
  })
})

test('an address made up by somebody shows no markup and no words of theirs', async ({ page }) => {
  const name = encodeURIComponent('<img src=x onerror=alert(1)>.pdf')
  await page.goto(`/?refused=file-is-a-pdf&name=${name}&q=${encodeURIComponent('<script>alert(2)</script>')}`)
  await expect(page.getByText('<img src=x onerror=alert(1)>.pdf was refused.')).toBeVisible()
  await expect(page.getByRole('main').locator('img, script')).toHaveCount(0)
})

function policyOf(answer: APIResponse | null): Map<string, string> {
  const policy = answer?.headers()['content-security-policy'] ?? ''
  return new Map(policy.split('; ').map(part => [part.split(' ')[0] ?? '', part]))
}

const pages = ['/', harborPoint.url, `${harborPoint.url}/source`, `${harborPoint.url}/ledger`, '/?q=zzz']

readingTest('every page lets only its own scripts run and is framed nowhere', async ({ request }) => {
  const nonces = new Set<string>()
  for (const address of pages) {
    const answer = await request.get(address)
    const policy = policyOf(answer)
    const scripts = policy.get('script-src') ?? ''
    const nonce = /^script-src 'self' 'nonce-([\w+/=]{20,})'$/.exec(scripts)?.[1] ?? ''
    expect(nonce, `${address}: ${scripts}`).not.toBe('')
    nonces.add(nonce)
    const inline = (await answer.text()).match(/<script(?![^>]*\bsrc=)[^>]*>/g) ?? []
    for (const tag of inline) expect(tag).toContain(`nonce="${nonce}"`)
    expect(policy.get('default-src')).toBe("default-src 'self'")
    expect(policy.get('object-src')).toBe("object-src 'none'")
    expect(policy.get('base-uri')).toBe("base-uri 'none'")
    expect(policy.get('form-action')).toBe("form-action 'self'")
    expect(policy.get('frame-ancestors')).toBe("frame-ancestors 'none'")
    expect(answer.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    })
  }
  expect(nonces.size, 'each answer has a nonce of its own').toBe(pages.length)
})

readingTest.describe('a script that is not the page’s own', () => {
  readingTest('is not run, even if it became markup', async ({ page, clean }) => {
    await page.goto(harborPoint.url)
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken over"'
      document.body.append(script)
    })
    await expect(page).toHaveTitle(new RegExp(`^${harborPoint.name}`))
    // The browser says that the policy forbade it; that is the one complaint, and the wanted one.
    await expect.poll(() => clean.length).toBe(1)
    expect(clean.splice(0)[0]).toContain('Content Security Policy')
  })
})

readingTest('a filing’s own bytes are plain text in a sandbox', async ({ page, request }) => {
  await page.goto(`${harborPoint.url}/source`)
  const address = await page.getByRole('link', { name: 'Original bytes' }).getAttribute('href')
  const answer = await request.get(address ?? '')
  const policy = policyOf(answer)
  expect([...policy.keys()]).toContain('sandbox')
  expect(policy.get('default-src')).toBe("default-src 'none'")
  expect(answer.headers()).toMatchObject({ 'x-content-type-options': 'nosniff' })
  expect(answer.headers()['content-type']).toMatch(/^text\/plain/)
})

test('a page of another site cannot add filings', async ({ request, page }) => {
  const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(textOf(harborPoint)) }
  for (const [header, value] of [
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
    ['origin', 'https://elsewhere.example'],
    ['origin', 'null'],
  ] as const)
    for (const address of ['/api/filings', '/api/samples']) {
      const answer = await request.post(address, { headers: { [header]: value }, multipart: { file } })
      expect(answer.status(), `${header}: ${value}`).toBe(403)
      expect(await answer.json()).toMatchObject({ error: { code: 'request-is-cross-site' } })
    }
  await page.goto('/')
  await expect(page.getByText('No deals yet')).toBeVisible()
})
