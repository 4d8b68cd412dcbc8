import type { OutgoingHttpHeaders } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { closeSites, draws, type Site, scriptsOf, serve } from '../testing/served-site.ts'
import { DrawFailure } from './draw-page.ts'
import { errorAnswerSchema } from './service-errors.ts'

afterEach(closeSites)

describe('a body that is far too long', () => {
  it('is refused before any of it has come, in words that who sends it can hear', async () => {
    const { write } = await serve(() => undefined)
    const said = await write(
      'POST /api/filings HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=a\r\n' +
        'Content-Length: 20000000000\r\nConnection: close\r\n\r\n--a',
    )
    expect(said).toMatch(/^HTTP\/1\.1 413 /)
    expect(said).toContain('body-is-too-large')
  })
})

describe('another answer', () => {
  const says =
    (headers: OutgoingHttpHeaders): Site =>
    (_, response) => {
      response.writeHead(206, { 'content-type': 'text/plain', etag: '"2"', ...headers })
      response.end('as it was')
    }

  it('passes as it came', async () => {
    const { ask } = await serve(says({ 'cache-control': 'public, max-age=31536000, immutable' }))
    const { status, headers, text } = await ask()
    expect([status, headers.etag, headers['cache-control'], text]).toEqual([
      206,
      '"2"',
      'public, max-age=31536000, immutable',
      'as it was',
    ])
  })

  it('has the headers of every answer, and its own before them', async () => {
    const plain = await (await serve(says({ location: '/' }))).ask('/_next/x')
    expect(plain.headers['x-content-type-options']).toBe('nosniff')
    expect(plain.headers['content-security-policy']).toContain("default-src 'self'")
    const own = await (await serve(says({ 'content-security-policy': 'sandbox' }))).ask('/_next/x')
    expect(own.headers['content-security-policy']).toBe('sandbox')
  })

  it('has no coding of ours, though it was a page at first', async () => {
    const { ask } = await serve((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.setHeader('content-type', 'text/plain')
      response.end('words')
    })
    expect((await ask('/_next/x')).headers['content-encoding']).toBeUndefined()
  })

  it.each([
    [undefined, 'private, no-store'],
    ['s-maxage=31536000', 'private, no-cache'],
    ['private, max-age=3600', 'private, max-age=3600'],
  ])('that says %s of caches is kept by nobody else: %s', async (told, sent) => {
    const { ask } = await serve(says({ ...(told && { 'cache-control': told }) }))
    expect((await ask()).headers['cache-control']).toBe(sent)
  })
})

describe('a request', () => {
  const nothing: Site = () => {
    throw new Error('the site was asked')
  }

  it('for another host is refused in words, or in JSON where it is a call', async () => {
    const { ask } = await serve(nothing)
    const page = await ask('/deals/x', { host: 'rebound.example' })
    expect([page.status, page.headers['content-type']]).toEqual([421, 'text/html; charset=utf-8'])
    expect(page.text).toContain('Strata does not answer under the name')
    expect(scriptsOf(page)).toEqual(["'self'"])
    const call = await ask('/api/deals', { host: 'rebound.example' })
    expect([call.status, errorAnswerSchema.parse(JSON.parse(call.text)).error.code]).toEqual([
      421,
      'host-is-unknown',
    ])
  })

  it('for the host that others know reaches the site', async () => {
    const { ask } = await serve(draws('<p>words</p>'))
    expect((await ask('/', { host: 'strata.example' })).status).toBe(200)
  })

  it('is believed of another host only where that is the told one', async () => {
    const { ask } = await serve((asked, response) => response.end(String(asked.headers['x-forwarded-host'])))
    expect((await ask('/api/deals', { 'x-forwarded-host': 'evil.example' })).text).toBe('undefined')
    expect((await ask('/api/deals', { 'x-forwarded-host': 'strata.example' })).text).toBe('strata.example')
  })

  it('with another method is told which there are', async () => {
    const { ask } = await serve(nothing)
    for (const method of ['TRACE', 'PUT', 'POST']) {
      const told = await ask('/deals/x', {}, method)
      expect([told.status, told.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    }
    const told = await ask('/api/filings', {}, 'OPTIONS')
    expect([told.status, told.headers.allow, told.text]).toEqual([204, 'POST, OPTIONS', ''])
  })

  it('that makes the site fail is answered all the same', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { ask } = await serve(nothing)
    expect((await ask('/api/deals')).status).toBe(500)
    expect(errorAnswerSchema.parse(JSON.parse((await ask('/api/deals')).text)).error.code).toBe(
      'service-failed',
    )
  })

  it.each([
    ['GET / HTTP/1.1\r\nHost: localhost\r\nNo header\r\n\r\n', 400, 'request-is-malformed'],
    ['GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n', 400, 'request-is-malformed'],
    ['\u0016\u0003\u0001\u0002', 400, 'request-is-malformed'],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers-are-too-large'],
    ['BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n', 405, 'method-is-not-allowed'],
    ['CONNECT a.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n', 405, 'method-is-not-allowed'],
  ])('that is none is answered too: %j', async (text, status, code) => {
    const told = await (await serve(nothing)).write(text)
    const [head = '', body = ''] = told.split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(/^allow:/im.test(head)).toBe(status === 405)
    expect(errorAnswerSchema.parse(JSON.parse(body)).error.code).toBe(code)
  })

  it('that is none does not get the place of an answer that is under way', async () => {
    const { write } = await serve((_, response) => setTimeout(() => response.end('the answer'), 20))
    const told = await write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n\u0001\u0002 no request\r\n\r\n')
    expect(told).toMatch(/^HTTP\/1.1 200 [\s\S]*the answer/)
  })
})

describe('a page under a crooked address', () => {
  it.each([
    '/api/../deals/a',
    '/_next/%2e%2e/deals/a',
    '/deals/a/.',
    '/deals/a/./',
    '/%64eals/a',
    '//deals/a',
  ])('is drawn where pages are: %s', async path => {
    const drawn: string[] = []
    const { ask } = await serve(
      () => {
        throw new Error('the serving process was asked')
      },
      undefined,
      async ({ url }) => {
        drawn.push(url)
        throw new DrawFailure('no-process')
      },
    )
    await ask(path)
    expect(drawn).toEqual([path])
  })
})

describe('a whole address as the target', () => {
  it('is taken for its host and path, whatever the Host says', async () => {
    const { write } = await serve((asked, response) => response.end(`${asked.headers.host} ${asked.url}`))
    const told = await write(
      'GET http://localhost:3000/api/health?x=1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    )
    expect(told).toContain('localhost:3000 /api/health?x=1')
    const other = await write(
      'GET http://evil.example/ HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\n\r\n',
    )
    expect(other).toMatch(/^HTTP\/1\.1 421 /)
  })
})
