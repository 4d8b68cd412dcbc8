import { createHash } from 'node:crypto'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { readAccessSettings } from '../access/access-settings.ts'
import { nobody } from '../access/asker.ts'
import { proxyRules } from './client-address.ts'
import { askerFinder } from './find-asker.ts'
import { hashToken, keepTokens } from './link-tokens.ts'

const token = 'a-token-for-prices'
const access = readAccessSettings({
  STRATA_AUTH: 'proxy',
  STRATA_TRUSTED_PROXIES: '10.0.0.0/8',
  STRATA_OWNERS: 'ada@desk.example',
  STRATA_EDITORS: 'group:editors',
  STRATA_TOKENS: `prices:viewer:${createHash('sha256').update(token).digest('hex')}`,
})

const opened = 'a'.repeat(32)
/** For these tests alone: one token opens something. */
const findLink = async (hashed: string) =>
  hashed === hashToken(opened) ? { id: 'x', address: '/deals/a' } : null

function find(from: string, headers: Record<string, string>, url = '/') {
  const proxies = proxyRules('10.0.0.0/8')
  if (!access || 'wrong' in access || !proxies) throw new Error('the settings of this test are wrong')
  const request = new IncomingMessage(Object.defineProperty(new Socket(), 'remoteAddress', { value: from }))
  request.url = url
  Object.assign(request.headers, headers)
  return askerFinder({ access, proxies, findLink, findSessionsEnd: async () => null })(request)
}

describe('who asks through a proxy', () => {
  it('is who a trusted one says', async () => {
    const ada = { 'x-forwarded-email': 'Ada@desk.example' }
    expect((await find('10.0.0.7', ada))?.person).toMatchObject({ id: 'Ada@desk.example', role: 'owner' })
    expect((await find('::ffff:10.0.0.7', ada))?.person?.role).toBe('owner')
    const bo = { 'x-forwarded-email': 'bo@desk.example', 'x-forwarded-groups': 'others, editors' }
    expect((await find('10.0.0.7', bo))?.person?.role).toBe('editor')
    const cy = { 'x-forwarded-email': 'cy@desk.example' }
    expect((await find('10.0.0.7', cy))?.person).toMatchObject({ role: null })
  })

  it('is nobody where the header comes from elsewhere, whatever it says of proxies before it', async () => {
    const headers = { 'x-forwarded-email': 'ada@desk.example', 'x-forwarded-for': '10.0.0.7' }
    expect(await find('192.0.2.1', headers)).toEqual(nobody)
    expect(await find('127.0.0.1', headers)).toEqual(nobody)
  })

  it.each(['ada@desk.example, eve@elsewhere.example', 'ada@desk.example;x', '', 'a b'])(
    'is nobody where the header names not exactly one: %s',
    async told => {
      expect(await find('10.0.0.7', { 'x-forwarded-email': told })).toEqual(nobody)
    },
  )
})

describe('a program', () => {
  it('is known by its token, from anywhere', async () => {
    const asker = await find('192.0.2.1', { authorization: `Bearer ${token}` })
    expect(asker?.person).toEqual({ id: 'token:prices', name: 'prices', role: 'viewer', by: 'token' })
  })

  it.each([`Bearer ${token}x`, `Basic ${token}`, token, 'Bearer', ''])(
    'is nobody with %s',
    async authorization => {
      expect(await find('192.0.2.1', { authorization })).toEqual(nobody)
    },
  )
})

describe('who has a link', () => {
  const other = 'b'.repeat(32)
  const links = [{ id: 'x', address: '/deals/a' }]

  it('is known by the address that they open, and afterwards by what their browser keeps', async () => {
    expect(await find('192.0.2.1', {}, `/deals/a?x=1&link=${opened}`)).toEqual({ person: null, links })
    const [cookie = ''] = keepTokens([other, opened]).split(';')
    expect(await find('192.0.2.1', { cookie })).toEqual({ person: null, links })
    const headers = { cookie, 'x-forwarded-email': 'ada@desk.example' }
    expect(await find('10.0.0.7', headers)).toMatchObject({ person: { role: 'owner' }, links })
  })

  it.each([
    `/deals/a?link=${other}`,
    '/deals/a?link=',
    `/deals/a?xlink=${opened}`,
    `/deals/a#link=${opened}`,
  ])('is nobody at %s', async url => {
    expect(await find('192.0.2.1', {}, url)).toEqual(nobody)
  })
})
