import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { finishPage } from '../lib/server/finish-page.ts'
import { openDeal, section, tableIn } from './deal-page.ts'
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

const pages = [
  '/',
  '/?q=zzz',
  harborPoint.url,
  `${harborPoint.url}/source`,
  `${harborPoint.url}/ledger`,
  '/deals/nothing-here',
  '/nothing/here',
  '/_next/static/missing.js',
  `/_next/..${harborPoint.url}`,
  `/api/..${harborPoint.url}`,
  '/%E0%A4%A',
]

/** The page at an address exactly as it is written: a browser takes detours out of one before it asks. */
async function askPlainly(site: string, address: string, headers: Record<string, string> = {}) {
  const asked = request({ ...addressOf(site), path: address, headers })
  asked.end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return { headers: answer.headers, status: answer.statusCode, text: await text(answer) }
}

function addressOf(site: string) {
  const { hostname, port } = new URL(site)
  return { hostname, port }
}

function policyIn(policy: string | undefined): Map<string, string> {
  return new Map((policy ?? '').split('; ').map(part => [part.split(' ')[0] ?? '', part]))
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`
}

readingTest('every page lets only its own scripts run and is framed nowhere', async ({ strata }) => {
  for (const address of pages) {
    const { headers, text: page } = await askPlainly(strata.url, address)
    expect(headers['content-type'], address).toMatch(/^text\/html/)
    const policy = policyIn(String(headers['content-security-policy']))
    const inline = [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([^<]*)<\/script>/g)]
    const own = new Set(inline.map(([, script = '']) => hashOf(script)))
    expect(policy.get('script-src')?.split(' '), address).toEqual(['script-src', "'self'", ...own])
    expect(policy.get('style-src'), address).toBe("style-src 'self'")
    expect(policy.get('style-src-attr')).toBe("style-src-attr 'unsafe-inline'")
    expect(policy.get('default-src')).toBe("default-src 'self'")
    expect(policy.get('object-src')).toBe("object-src 'none'")
    expect(policy.get('base-uri')).toBe("base-uri 'none'")
    expect(policy.get('form-action')).toBe("form-action 'self'")
    expect(policy.get('frame-ancestors')).toBe("frame-ancestors 'none'")
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    })
    expect(headers['cache-control'], address).toMatch(/^(private, no-cache|no-store)$/)
    expect(JSON.stringify(headers)).not.toContain('nonce')
  }
})

readingTest('what is no page of the site is answered with the right status', async ({ strata }) => {
  const statuses: [string, number][] = [
    ['/_next/static/missing.js', 404],
    ['/nothing', 404],
    ['/deals/nothing', 404],
    ['/%E0%A4%A', 400],
    ['/?q=%00', 400],
    ['/api/deals?q=%00', 400],
    [`/?q=${'a'.repeat(9000)}`, 400],
    [`/${'a'.repeat(20_000)}`, 431],
  ]
  for (const [address, status] of statuses)
    expect((await askPlainly(strata.url, address)).status, address.slice(0, 40)).toBe(status)
})

readingTest('a page of another site whose name leads here reads nothing', async ({ strata }) => {
  for (const address of ['/', harborPoint.url, `/api${harborPoint.url}`, '/first.js']) {
    const answer = await askPlainly(strata.url, address, { host: 'rebound.example' })
    expect(answer.status, address).toBe(421)
    expect(answer.text).not.toContain('Harbor Point')
  }
})

readingTest('what is read from the library is for nobody’s cache', async ({ strata, request }) => {
  const deal = await (await request.get(`/api${harborPoint.url}`)).json()
  const addresses = [
    '/api/deals',
    `/api${harborPoint.url}`,
    `/api${harborPoint.url}.json`,
    `/api${harborPoint.url}.xlsx`,
    `/api${harborPoint.url}/stratifications/${deal.report.stratifications[0].id}.csv`,
    `/api/filings/${deal.chosen}/source`,
    `/api/filings/${deal.chosen}/lines`,
    `${harborPoint.url}/opengraph-image`,
    '/api/openapi.json',
    '/api/health',
    '/api/nothing',
  ]
  for (const address of addresses) {
    const control = (await askPlainly(strata.url, address)).headers['cache-control']
    expect(control, address).toMatch(/private|no-store/)
    expect(control, address).not.toMatch(/public|s-maxage/)
  }
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

  readingTest('is not run, even if Next had drawn it', async ({ page, clean }) => {
    const scripts = ['document.title = "taken over"', 'self.__next_f.push([1,document.title = "taken over"])']
    const smuggled = [
      ...scripts.map(script => `<script>${script}</script>`),
      `<img src="/icon.svg" alt="" onload='document.title = "taken over"'>`,
      '<style>body { display: none }</style>',
    ]
    await page.route(harborPoint.url, async route => {
      const drawn = await route.fetch()
      const body = Buffer.from((await drawn.text()).replace('<main', `${smuggled.join('')}<main`))
      const finished = finishPage({ status: drawn.status(), headers: drawn.headers(), body })
      const policy = String(finished.headers['content-security-policy'])
      await route.fulfill({
        status: finished.status,
        headers: { ...drawn.headers(), 'content-security-policy': policy },
        body: finished.body,
      })
    })
    await page.goto(harborPoint.url)
    await expect(page.locator('main').first()).toBeVisible()
    await expect(page).toHaveTitle(new RegExp(`^${harborPoint.name}`))
    await expect.poll(() => clean.filter(told => told.includes('Content Security Policy')).length).toBe(4)
    clean.splice(0)
  })
})

readingTest('a filing’s own bytes are plain text in a sandbox', async ({ page, request }) => {
  await page.goto(`${harborPoint.url}/source`)
  const address = await page.getByRole('link', { name: 'Original bytes' }).getAttribute('href')
  const answer = await request.get(address ?? '')
  const policy = policyIn(answer.headers()['content-security-policy'])
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
