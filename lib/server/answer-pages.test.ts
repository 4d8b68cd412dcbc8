import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  closeSites,
  draws,
  push,
  type Site,
  scriptsOf,
  serve,
  sha256,
  type Told,
} from '../testing/served-site.ts'
import { DrawFailure, type DrawPage } from './draw-page.ts'

afterEach(closeSites)

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
