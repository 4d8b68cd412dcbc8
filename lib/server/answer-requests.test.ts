import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerRequests } from './answer-requests.ts'
import { refuseBrokenRequests } from './client-errors.ts'
import { DrawFailure, type DrawPage, pageDrawer } from './draw-page.ts'
import { errorAnswerSchema } from './service-errors.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

type Site = (request: IncomingMessage, response: ServerResponse) => void
type Told = { status: number; headers: OutgoingHttpHeaders; text: string }

const sha256 = 'a1'.repeat(32)
const files = {
  filings: [{ sha256, name: 'a "trust" <2002>.txt' }],
  tables: { ids: ['state', 'original-ltv'], count: 3 },
}

/** Serve a site behind everything that stands before Next's, as serve.ts does. `version` may be changed, or fail. */
async function serve(site: Site, library: { version: string | Error } = { version: '' }, draws?: DrawPage) {
  const handle = async (asked: IncomingMessage, response: ServerResponse) => site(asked, response)
  const answer = answerRequests(handle, {
    draw: draws ?? pageDrawer(handle, 'strata.example'),
    library: {
      findVersion: async () => {
        if (library.version instanceof Error) throw library.version
        return library.version
      },
      bringUpToDate: async () => undefined,
      findFiles: async () => files,
    },
    settings: { STRATA_URL: 'https://strata.example' },
  })
  const server = createServer(answer)
  refuseBrokenRequests(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    ask: (path = '/', headers: OutgoingHttpHeaders = {}, method = 'GET') =>
      ask({ port, path, headers, method }),
    write: (text: string) => write(port, text),
  }
}

function ask(options: {
  port: number
  path: string
  headers: OutgoingHttpHeaders
  method: string
}): Promise<Told> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', ...options }, answer => {
      const chunks: Buffer[] = []
      answer.on('data', chunk => chunks.push(chunk))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** What comes back for bytes that are no request. */
function write(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let told = ''
    socket.on('data', chunk => {
      told += chunk
    })
    socket.on('end', () => resolve(told))
    socket.on('error', reject)
  })
}

const push = (text: string) => `<script>self.__next_f.push([1,"${text}"])</script>`

/** A site whose every answer is this page, drawn in two parts as Next draws them. */
const draws =
  (page: string, status = 200): Site =>
  (_, response) => {
    response.setHeader('content-security-policy', "default-src 'self'")
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.statusCode = status
    response.write(page.slice(0, 10))
    response.end(page.slice(10))
  }

const scriptsOf = ({ headers }: Told) =>
  /script-src ([^;]*)/.exec(String(headers['content-security-policy']))?.[1]?.split(' ')

describe('a page', () => {
  it('says which of its scripts may run, and no filing’s is among them', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { ask } = await serve(draws(`<p>–</p>${push('é')}<script>alert(1)</script>${push('b')}`))
    const told = await ask()
    expect(told.text).toContain('<p>–</p>')
    expect(scriptsOf(told)).toHaveLength(3)
    expect(scriptsOf(told)?.[0]).toBe("'self'")
    expect(told.headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe|style-src [^;]*unsafe/)
  })

  it.each(['/_next/../deals/x', '/api/../deals/x', '/_next/static/missing.js', '/api/deals', '/a.js'])(
    'is guarded at %s as anywhere',
    async path => {
      for (const status of [200, 404, 500]) {
        const { ask } = await serve(draws(`<p>words</p>${push('a')}`, status))
        const told = await ask(path)
        expect(scriptsOf(told)?.[0]).toBe("'self'")
        expect(scriptsOf(told)).toHaveLength(told.text.includes('<script') ? 2 : 1)
        expect(told.text).toContain(
          status === 500 && path.includes('deals/x') ? 'could not be drawn' : 'words',
        )
      }
    },
  )

  it('is guarded whatever the request says of policies', async () => {
    const { ask } = await serve((asked, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(`<script nonce="${asked.headers['content-security-policy']}">alert(1)</script>`)
    })
    const { text } = await ask('/', { 'content-security-policy': "script-src 'nonce-mine'" })
    expect(text).toContain('nonce="undefined"')
  })

  it('is 404 where its markup says so, and not where it only prints the words', async () => {
    const mark = '<template data-dgst="NEXT_HTTP_ERROR_FALLBACK;404"></template>'
    const status = async (page: string) => (await (await serve(draws(page))).ask()).status
    expect(await status(`<p>Nothing is here</p>${mark}`)).toBe(404)
    expect(await status(`<p>${mark.replaceAll('<', '&lt;')}</p>`)).toBe(200)
  })

  it('has words for where no script runs if it could not be drawn, and only then', async () => {
    const text = async (status: number) =>
      (await (await serve(draws('<html></html>    ', status))).ask()).text
    expect(await text(500)).toMatch(/<noscript>[\s\S]*This page could not be shown/)
    expect(await text(404)).not.toContain('<noscript>')
  })

  it('is compressed as the browser asks, and answers HEAD with the same headers', async () => {
    const { ask } = await serve(draws('<p>words</p>'.repeat(1000)))
    const told = await ask('/', { 'accept-encoding': 'gzip' })
    expect(told.headers['content-encoding']).toBe('gzip')
    expect(told.headers.vary).toMatch(/accept-encoding/i)
    const head = await ask('/', { 'accept-encoding': 'gzip' }, 'HEAD')
    expect([head.status, head.text]).toEqual([200, ''])
    expect({ ...head.headers, date: '' }).toEqual({ ...told.headers, date: '' })
  })

  it('is of no coding for who asks for none, whatever its address', async () => {
    const { ask } = await serve((_, response) => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' })
      response.write('<p>not')
      response.end(' here</p>')
    })
    for (const path of ['/', '/_next/a.js']) {
      const { headers, text } = await ask(path)
      expect([headers['content-encoding'], text]).toEqual([undefined, '<p>not here</p>'])
    }
  })

  it('that somebody has encoded runs no script', async () => {
    const { ask } = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'br' })
      response.removeHeader('content-encoding')
      response.setHeader('content-encoding', 'br')
      response.end(push('a'))
    })
    const told = await ask('/_next/a')
    expect(scriptsOf(told)).toEqual(["'self'"])
    expect(told.text).toBe(push('a'))
  })
})

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

describe('a deal’s page', () => {
  const path = '/deals/a-trust-2002-1'
  const statusOf = ({ headers }: Told) => headers['cache-status']

  /** A site that counts what it draws. */
  function counting() {
    const drawn: string[] = []
    const site: Site = (asked, response) => {
      drawn.push(`${asked.method} ${asked.url} ${Object.keys(asked.headers).sort()}`)
      response.setHeader('content-type', 'text/html')
      setTimeout(() => response.end(`<p>drawing ${drawn.length}</p>${push('a')}`), 10)
    }
    return { drawn, site }
  }

  it('is drawn once for all, of the address alone, until what it is drawn from changes', async () => {
    const { drawn, site } = counting()
    const library = { version: '1' }
    const { ask } = await serve(site, library)
    const told = await Promise.all(
      Array.from({ length: 10 }, (_, reader) => ask(`${path}?group=${reader}`, { cookie: 'a=b' })),
    )
    expect(told.map(({ text }) => text)).toEqual(Array(10).fill(`<p>drawing 1</p>${push('a')}`))
    expect(drawn).toEqual([`GET ${path} host,user-agent`])
    expect(statusOf(await ask(path))).toBe('strata; hit')
    library.version = '2'
    expect((await ask(path)).text).toContain('drawing 2')
    expect(scriptsOf(await ask(path))).toHaveLength(2)
  })

  it('comes packed or plain, and not at all to who has it', async () => {
    const { ask } = await serve(counting().site)
    const plain = await ask(path)
    const packed = await ask(path, { 'accept-encoding': 'gzip, br' })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(plain.headers['content-encoding']).toBeUndefined()
    const again = await ask(path, { 'if-none-match': String(plain.headers.etag) })
    expect([again.status, again.text]).toEqual([304, ''])
    expect(again.headers['content-security-policy']).toBe(plain.headers['content-security-policy'])
    const head = await ask(path, {}, 'HEAD')
    expect({ ...head.headers, date: '' }).toEqual({
      ...plain.headers,
      date: '',
      'cache-status': 'strata; hit',
    })
  })

  it('is not kept when it was drawn while the deal changed, could not be drawn, or the library does not answer', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { drawn, site } = counting()
    const library: { version: string | Error } = { version: '1' }
    const { ask } = await serve((asked, response) => {
      if (drawn.length === 0) library.version = '2'
      site(asked, response)
    }, library)
    expect((await ask(path)).text).toContain('drawing 1')
    expect((await ask(path)).text).toContain('drawing 2')
    expect((await ask(path)).text).toContain('drawing 2')
    library.version = new Error('the library is gone')
    expect((await ask(path)).text).toContain('drawing 3')
    expect((await ask(path)).text).toContain('drawing 4')
    const failing = await serve(draws('<p>words</p>', 500))
    for (let times = 0; times < 2; times++) expect(statusOf(await failing.ask(path))).toBe('strata; fwd=miss')
  })

  it('is not what a script of the page asks for', async () => {
    const { drawn, site } = counting()
    const { ask } = await serve(site)
    for (let times = 0; times < 2; times++) await ask(path, { rsc: '1' })
    expect(drawn).toHaveLength(2)
  })
})

describe('a page that cannot be drawn', () => {
  const path = '/deals/a-trust-2002-1'

  function expectLinks({ text }: Told) {
    expect(text).toContain('This page could not be drawn')
    expect(text).not.toMatch(/<(no)?script/)
    for (const href of [
      '/deals/a-trust-2002-1/source',
      `/api/filings/${sha256}/source`,
      '/api/deals/a-trust-2002-1.json',
      '/api/deals/a-trust-2002-1.xlsx',
      '/api/deals/a-trust-2002-1/stratifications/original-ltv.csv',
    ])
      expect(text).toContain(`href="${href}"`)
    expect(text).toContain('The report has 1 more tables.')
    expect(text).toContain('a &quot;trust&quot; &lt;2002&gt;.txt')
  }

  it('says why, and leads to the filing and what was read of it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { ask } = await serve(draws('<p>words</p>', 500))
    for (const address of [path, `${path}/source?at=3:1-2`]) {
      const told = await ask(address)
      expect(told.status).toBe(500)
      expectLinks(told)
      expect(told.text).toContain('Something failed in Strata')
      expect(scriptsOf(told)).toEqual(["'self'"])
    }
  })

  it('is not tried again for a while if drawing it cost a process, unless the deal has changed', async () => {
    let tries = 0
    const failing: DrawPage = async () => {
      tries++
      throw new DrawFailure('ended-its-process')
    }
    const library = { version: '1' }
    const { ask } = await serve(() => undefined, library, failing)
    for (const _visit of [1, 2, 3]) {
      const told = await ask(path)
      expect([told.status, told.headers.etag]).toEqual([500, undefined])
      expectLinks(told)
      expect(told.text).toContain('too much memory')
    }
    expect(tries).toBe(1)
    library.version = '2'
    await ask(path)
    expect(tries).toBe(2)
    expect((await ask('/?q=a')).text).toContain('This page could not be drawn')
  })

  it('for want of a process is tried again each time', async () => {
    let tries = 0
    const { ask } = await serve(
      () => undefined,
      undefined,
      async () => {
        tries++
        throw new DrawFailure('no-process')
      },
    )
    for (const _visit of [1, 2]) expect((await ask(path)).status).toBe(503)
    expect(tries).toBe(2)
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
