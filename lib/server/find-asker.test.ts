import { createHash } from 'node:crypto'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { readAccessSettings } from '../access/access-settings.ts'
import { nobody } from '../access/asker.ts'
import { proxyRules } from './client-address.ts'
import { askerFinder } from './find-asker.ts'

const token = 'a-token-for-prices'
const access = readAccessSettings({
  STRATA_AUTH: 'proxy',
  STRATA_TRUSTED_PROXIES: '10.0.0.0/8',
  STRATA_OWNERS: 'ada@desk.example',
  STRATA_EDITORS: 'group:editors',
  STRATA_TOKENS: `prices:viewer:${createHash('sha256').update(token).digest('hex')}`,
})

function find(from: string, headers: Record<string, string>) {
  const proxies = proxyRules('10.0.0.0/8')
  if (!access || 'wrong' in access || !proxies) throw new Error('the settings of this test are wrong')
  const request = new IncomingMessage(Object.defineProperty(new Socket(), 'remoteAddress', { value: from }))
  Object.assign(request.headers, headers)
  return askerFinder({ access, proxies })(request)
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
