import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { guardPage, isPagePath } from './guard-page.ts'
import { askedOrigin, placeholderOrigin } from './page-origin.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** Serve one handler behind the guard, as serve.ts does with Next's, and ask it. */
async function ask(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  const server = createServer((request, response) => {
    guardPage(request, response)
    handler(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return fetch(`http://127.0.0.1:${port}/`, { headers, method })
}

const nonceIn = (text: string) => /nonce-([^']+)'/.exec(text)?.[1] ?? ''

/** What Next does: it takes the nonce out of the request's policy and writes it into its script tags. */
function drawPage(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader(
    'content-security-policy',
    "default-src 'self'; script-src 'self' 'unsafe-inline'; object-src 'none'",
  )
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('etag', '"1"')
  response.writeHead(200, { 'x-drawn': 'yes' })
  response.write('<p>dollar – café</p>')
  response.end(`<script nonce="${nonceIn(String(request.headers['content-security-policy']))}">go()</script>`)
}

describe('guardPage', () => {
  it('gives every answer a nonce of its own, the same in policy and markup', async () => {
    const first = await ask(drawPage)
    const second = await ask(drawPage)
    const nonces = await Promise.all(
      [first, second].map(async answer => {
        const nonce = nonceIn(answer.headers.get('content-security-policy') ?? '')
        expect(nonce).not.toBe('')
        expect(await answer.text()).toBe(`<p>dollar – café</p><script nonce="${nonce}">go()</script>`)
        return nonce
      }),
    )
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it('answers 404 for a page that says so in its markup, and not for one that only prints the words', async () => {
    const drawText = (text: string) => (_: IncomingMessage, response: ServerResponse) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(text)
    }
    const mark = '<template data-dgst="NEXT_HTTP_ERROR_FALLBACK;404"></template>'
    expect((await ask(drawText(`<p>Nothing is here</p>${mark}`))).status).toBe(404)
    expect((await ask(drawText(`<p>${mark.replaceAll('<', '&lt;')}</p>`))).status).toBe(200)
  })

  it('gives a page that could not be drawn words for where no script runs, and no other page', async () => {
    const drawAt = (status: number, type: string) => (_: IncomingMessage, response: ServerResponse) => {
      response.writeHead(status, { 'content-type': type })
      response.end('<html><body></body></html>')
    }
    const html = 'text/html; charset=utf-8'
    expect(await (await ask(drawAt(500, html))).text()).toMatch(
      /<noscript>[\s\S]*This page could not be shown/,
    )
    expect(await (await ask(drawAt(404, html))).text()).not.toContain('<noscript>')
    expect(await (await ask(drawAt(500, 'text/x-component'))).text()).not.toContain('<noscript>')
  })

  it('leaves no unsafe inline script in the policy and no validator for a spent nonce', async () => {
    const answer = await ask(drawPage, { 'if-none-match': '"1"' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(answer.headers.get('etag')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(answer.headers.get('x-drawn')).toBe('yes')
  })

  it('compresses as the browser asks', async () => {
    const answer = await ask(drawPage, { 'accept-encoding': 'br' })
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(await answer.text()).toContain('café')
  })

  it('answers HEAD with the headers alone', async () => {
    const answer = await ask(drawPage, {}, 'HEAD')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })

  it('passes other answers untouched', async () => {
    const answer = await ask((_, response) => {
      response.setHeader('etag', '"2"')
      response.writeHead(206, { 'content-type': 'text/plain' })
      response.end('as it was')
    })
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([
      206,
      '"2"',
      'as it was',
    ])
  })
})

describe('askedOrigin', () => {
  const asked = (headers: Record<string, string>) => askedOrigin({ headers } as unknown as IncomingMessage)
  it.each([
    [{ host: 'strata.example:8080' }, 'http://strata.example:8080'],
    [{ host: 'strata.example', 'x-forwarded-proto': 'https' }, 'https://strata.example'],
    [{ host: '[::1]:3000' }, 'http://[::1]:3000'],
    [{ host: 'a"><script>' }, 'http://localhost'],
    [{ host: 'strata.example', 'x-forwarded-proto': 'javascript' }, 'http://strata.example'],
    [{}, 'http://localhost'],
  ])('of %j is %s', (headers, origin) => expect(asked(headers as Record<string, string>)).toBe(origin))

  it('stands in a page for the address it was drawn with', async () => {
    const answer = await ask((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(`<meta content="${placeholderOrigin}/picture">`)
    })
    expect(await answer.text()).toBe(`<meta content="${new URL(answer.url).origin}/picture">`)
  })
})

describe('isPagePath', () => {
  it.each([
    ['/', true],
    ['/deals/a?measure=count', true],
    ['/_next/static/a.js', false],
    ['/api/filings', false],
  ])('says of %s: %s', (url, is) => expect(isPagePath(url)).toBe(is))
})
