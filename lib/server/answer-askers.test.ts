import type { IncomingMessage } from 'node:http'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Asker, nobody } from '../access/asker.ts'
import { askerHeader, makeAskerKey, openAsker } from '../access/sealed-asker.ts'
import { closeSites, type Site, serve } from '../testing/served-site.ts'
import { pageAddressHeader } from './page-address.ts'

beforeAll(() => makeAskerKey())
afterEach(closeSites)

const token = 't'.repeat(32)

const personOf = (name: string): Asker => ({
  person: { id: name, name, role: 'viewer', by: 'proxy' },
  links: [],
})

/** For these tests alone: whoever says who they are is believed. */
const findAsker = async ({ headers, url = '' }: IncomingMessage) => {
  if (`${url} ${headers.cookie}`.includes(token))
    return { ...nobody, links: [{ id: '1', address: '/deals/a' }] }
  const name = headers['x-test-name']
  return typeof name === 'string' ? personOf(name) : nobody
}

/** Says who it was drawn for, and how often anything was drawn. */
function sayingWho(): Site {
  let drawn = 0
  return ({ headers, url }, response) => {
    const who = openAsker([headers[askerHeader]].flat()[0]).person?.name ?? 'nobody'
    response.setHeader('content-type', url?.startsWith('/api/') ? 'text/plain' : 'text/html')
    if (url?.startsWith('/api/')) response.setHeader('cache-control', 'private, max-age=3600')
    response.end(`<p>${who} ${headers[pageAddressHeader] ?? 'nowhere'} ${++drawn}</p>`)
  }
}

const guardedSite = () => serve(sayingWho(), { version: '1' }, undefined, findAsker)

describe('where people sign in', () => {
  it('a page of a deal is drawn and kept for each person apart', async () => {
    const { ask } = await guardedSite()
    const first = await ask('/deals/a', { 'x-test-name': 'Ada' })
    expect(first.text).toContain('Ada /deals/a 1')
    expect((await ask('/deals/a', { 'x-test-name': 'Bo' })).text).toContain('Bo /deals/a 2')
    const again = await ask('/deals/a', { 'x-test-name': 'Ada' })
    expect([again.text, again.headers['cache-status']]).toEqual([first.text, 'strata; hit'])
    const tag = { 'x-test-name': 'Bo', 'if-none-match': String(first.headers.etag) }
    expect((await ask('/deals/a', tag)).status).toBe(200)
  })

  it('who is not known is led away from pages before any is drawn, and learns of no deal', async () => {
    const { ask } = await serve(
      () => expect.fail('something was drawn'),
      { version: '1' },
      undefined,
      findAsker,
    )
    for (const path of ['/', '/deals/a', '/deals/A', '/deals/none', '/deals/a/opengraph-image'])
      expect([(await ask(path)).status, (await ask(path)).headers.location]).toEqual([
        307,
        path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`,
      ])
  })

  it('what a request says of itself is believed nowhere', async () => {
    const { ask } = await guardedSite()
    const forged = { [askerHeader]: 'eyJ9.x', [pageAddressHeader]: '/elsewhere' }
    expect((await ask('/api/x', forged)).text).toContain('nobody nowhere')
    expect((await ask('/deals/a', { ...forged, 'x-test-name': 'Ada' })).text).toContain('Ada /deals/a')
  })

  it('no browser keeps an answer unasked, for the next at it may be another', async () => {
    const { ask } = await guardedSite()
    expect((await ask('/api/x', { 'x-test-name': 'Ada' })).headers['cache-control']).toBe('private, no-cache')
  })
})

describe('a link', () => {
  it('is kept by the browser, and leads to the address without it', async () => {
    const { ask } = await guardedSite()
    const { status, headers } = await ask(`/deals/a?measure=count&link=${token}`)
    expect([status, headers.location]).toEqual([307, '/deals/a?measure=count'])
    const [cookie = ''] = [headers['set-cookie']].flat().map(String)
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', token]) expect(cookie).toContain(part)
    expect((await ask('/deals/a', { cookie: cookie.split(';')[0] })).status).toBe(200)
  })

  it('is taken off the address of a call, which is answered at once', async () => {
    const { ask } = await serve(
      ({ url, headers }, response) =>
        response.end(`${url} ${openAsker([headers[askerHeader]].flat()[0]).links[0]?.id}`),
      { version: '1' },
      undefined,
      findAsker,
    )
    expect((await ask(`/api/deals/a?link=${token}&x=1`)).text).toBe('/api/deals/a?x=1 1')
  })

  it('that opens nothing any more leads to where that is said', async () => {
    const { ask } = await guardedSite()
    const { headers } = await ask('/deals/a?link=over')
    expect(headers.location).toBe('/sign-in?to=%2Fdeals%2Fa&problem=link')
    expect(headers['set-cookie']).toBeUndefined()
    expect((await ask('/deals/a?link=over', { 'x-test-name': 'Ada' })).headers.location).toBe('/deals/a')
  })
})

describe('where nobody is asked', () => {
  it('no header says who asks', async () => {
    const { ask } = await serve(
      ({ headers }, response) => response.end(`${askerHeader in headers} ${pageAddressHeader in headers}`),
      { version: '1' },
    )
    const forged = { [askerHeader]: 'eyJ9.x', [pageAddressHeader]: '/elsewhere' }
    expect((await ask('/api/x', forged)).text).toBe('false false')
  })
})
