import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as endSignIn } from '@/app/api/sign-in/callback/route.ts'
import { GET as beginSignIn } from '@/app/api/sign-in/route.ts'
import { POST as signOut } from '@/app/api/sign-out/route.ts'
import { readAccessSettings } from '@/lib/access/access-settings.ts'
import { nobody } from '@/lib/access/asker.ts'
import { makeAskerKey } from '@/lib/access/sealed-asker.ts'
import { proxyRules } from '@/lib/server/client-address.ts'
import { askerFinder } from '@/lib/server/find-asker.ts'
import { type OwnProvider, ownProvider } from '@/lib/testing/own-provider.ts'

const site = 'https://strata.example'
const callback = `${site}/api/sign-in/callback`
let provider: OwnProvider
/** Whose sessions were ended, and when. */
const ends = new Map<string, string>()

beforeAll(async () => {
  makeAskerKey()
  provider = await ownProvider(
    {
      ada: { email: 'ada@desk.example', email_verified: true, name: 'Ada Lovelace' },
      bo: { email: 'bo@desk.example', email_verified: true, groups: ['strata-editors', 'others'] },
      eve: { email: 'ada@desk.example', email_verified: false, name: 'Eve' },
      mal: { email: 'ada@desk.example', name: 'Mal' },
      key: { realm: { roles: ['strata-editors'] } },
    },
    callback,
  )
})
afterAll(() => provider.close())

beforeEach(() => {
  vi.unstubAllEnvs()
  ends.clear()
  for (const [name, value] of Object.entries({
    STRATA_AUTH: 'oidc',
    STRATA_URL: site,
    STRATA_OIDC_ISSUER: provider.issuer,
    STRATA_OIDC_CLIENT_ID: 'strata',
    STRATA_OIDC_CLIENT_SECRET: 'a-secret-of-the-client',
    STRATA_AUTH_SECRET: 'what-seals-the-sessions-of-these-tests',
    STRATA_OWNERS: 'ada@desk.example',
    STRATA_EDITORS: 'group:strata-editors',
  }))
    vi.stubEnv(name, value)
})

const ask = (path: string, cookie = '') => new Request(site + path, { headers: { cookie } })
const pathOf = (url: string) => url.slice(site.length)

/** The cookies that an answer sets, as a browser sends them back. */
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map(line => line.split(';', 1)[0])
    .join('; ')

async function whoHas(cookie: string) {
  const access = readAccessSettings(process.env)
  const proxies = proxyRules('')
  if (!access || 'wrong' in access || !proxies) throw new Error('the settings of this test are wrong')
  const request = new IncomingMessage(new Socket())
  request.headers.cookie = cookie
  const findSessionsEnd = async (person: string) => ends.get(person) ?? null
  return askerFinder({ access, proxies, findLink: async () => null, findSessionsEnd })(request)
}

async function begin(to = '/trends') {
  const answer = await beginSignIn(ask(`/api/sign-in?to=${encodeURIComponent(to)}`))
  return { answer, cookie: cookiesOf(answer), location: answer.headers.get('location') ?? '' }
}

/** Sign in as somebody; gives what their browser keeps. */
async function enter(account: string): Promise<string> {
  const { cookie, location } = await begin()
  const back = await provider.signIn(location, account)
  return cookiesOf(await endSignIn(ask(pathOf(back), cookie)))
}

describe('signing in by OpenID Connect', () => {
  it('leads to the provider and back to where somebody wanted to go, and the browser then says who it is', async () => {
    const { answer, cookie, location } = await begin('/deals/a?measure=count')
    expect(answer.status).toBe(303)
    const query = new URL(location).searchParams
    expect(query.get('code_challenge_method')).toBe('S256')
    expect(query.get('redirect_uri')).toBe(callback)
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(query.get(name)?.length).toBeGreaterThan(40)
    const back = await provider.signIn(location, 'ada')
    const ended = await endSignIn(ask(pathOf(back), cookie))
    expect([ended.status, ended.headers.get('location')]).toEqual([303, '/deals/a?measure=count'])
    const session = ended.headers.getSetCookie().find(line => line.startsWith('__Host-strata-session='))
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/'])
      expect(session?.toLowerCase()).toContain(attribute.toLowerCase())
    expect(await whoHas(cookiesOf(ended))).toEqual({
      person: { id: 'ada@desk.example', name: 'Ada Lovelace', role: 'owner', by: 'provider' },
      links: [],
    })
  })

  it('gives roles by groups, wherever the claim with them is', async () => {
    expect((await whoHas(await enter('bo')))?.person?.role).toBe('editor')
    vi.stubEnv('STRATA_OIDC_GROUPS_CLAIM', 'realm.roles')
    expect((await whoHas(await enter('key')))?.person).toEqual({
      id: 'sub:key',
      name: 'key',
      role: 'editor',
      by: 'provider',
    })
  })

  it('believes no address that the provider did not verify', async () => {
    expect((await whoHas(await enter('eve')))?.person).toMatchObject({ id: 'sub:eve', role: null })
    expect((await whoHas(await enter('mal')))?.person).toMatchObject({ id: 'sub:mal', role: null })
    vi.stubEnv('STRATA_OIDC_TRUST_ADDRESSES', 'yes')
    expect((await whoHas(await enter('mal')))?.person?.role).toBe('owner')
    expect((await whoHas(await enter('eve')))?.person?.role).toBeNull()
  })

  it('takes the role of the settings of now, not of when somebody signed in', async () => {
    const cookie = await enter('ada')
    vi.stubEnv('STRATA_OWNERS', 'bo@desk.example')
    expect((await whoHas(cookie))?.person?.role).toBeNull()
  })

  it('lets nobody in with an answer that was not asked for here, or not in this browser', async () => {
    const mine = await begin()
    const theirs = await begin()
    const back = await provider.signIn(theirs.location, 'ada')
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    for (const [path, cookie, problem] of [
      [pathOf(back), '', 'late'],
      [pathOf(back), mine.cookie, 'failed'],
      ['/api/sign-in/callback', mine.cookie, 'failed'],
      [pathOf(back).replace(/code=[^&]*/, 'code=x'), theirs.cookie, 'failed'],
      [pathOf(back).replace(/iss=[^&]*/, 'iss=https%3A%2F%2Felsewhere.example'), theirs.cookie, 'failed'],
    ] as const) {
      const answer = await endSignIn(ask(path, cookie))
      expect(answer.headers.get('location')).toMatch(new RegExp(`^/sign-in\\?.*problem=${problem}$`))
      expect(cookiesOf(answer)).toBe('')
    }
    expect(said).toHaveBeenCalled()
    said.mockRestore()
  })

  it('uses a code once', async () => {
    const { cookie, location } = await begin()
    const back = pathOf(await provider.signIn(location, 'ada'))
    expect((await endSignIn(ask(back, cookie))).headers.get('location')).toBe('/trends')
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect((await endSignIn(ask(back, cookie))).headers.get('location')).toContain('problem=failed')
    said.mockRestore()
  })

  it('says that the provider let nobody in', async () => {
    const { cookie, location } = await begin()
    const state = new URL(location).searchParams.get('state')
    const query = `error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`
    const answer = await endSignIn(ask(`/api/sign-in/callback?${query}`, cookie))
    expect(answer.headers.get('location')).toContain('problem=denied')
  })

  it('leads to no other site', async () => {
    const { cookie, location } = await begin('//elsewhere.example/x')
    const back = await provider.signIn(location, 'ada')
    expect((await endSignIn(ask(pathOf(back), cookie))).headers.get('location')).toBe('/')
  })

  it('says that the provider cannot be reached, and asks it again later', async () => {
    vi.stubEnv('STRATA_OIDC_ISSUER', 'http://127.0.0.1:9')
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect((await begin()).location).toBe('/sign-in?to=%2Ftrends&problem=unreachable')
    said.mockRestore()
  })
})

describe('a session', () => {
  it('is nobody’s once it is changed, and opens with its secret alone', async () => {
    const cookie = await enter('ada')
    expect(await whoHas(`${cookie.slice(0, -4)}AAAA`)).toEqual(nobody)
    expect(await whoHas(cookie.replace('session', 'attempt'))).toEqual(nobody)
    vi.stubEnv('STRATA_AUTH_SECRET', 'another-secret-that-is-as-long-as-the-first')
    expect(await whoHas(cookie)).toEqual(nobody)
  })

  it('ends after twelve hours', async () => {
    const cookie = await enter('ada')
    vi.useFakeTimers({ now: Date.now() + 13 * 3_600_000, toFake: ['Date'] })
    expect(await whoHas(cookie)).toEqual(nobody)
    vi.useRealTimers()
  })

  it('ends with all others of somebody before its time, and the next one counts', async () => {
    const [cookie, other] = [await enter('ada'), await enter('bo')]
    ends.set('ada@desk.example', new Date().toISOString())
    expect(await whoHas(cookie)).toEqual(nobody)
    expect((await whoHas(other))?.person?.role).toBe('editor')
    await new Promise(resolve => setTimeout(resolve, 2))
    expect((await whoHas(await enter('ada')))?.person?.role).toBe('owner')
  })

  it('ends when somebody signs out, with what the browser kept of pages', async () => {
    const cookie = await enter('ada')
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await signOut(new Request(`${site}/api/sign-out`, { method: 'POST', headers, body: '' }))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in'])
    expect(answer.headers.get('clear-site-data')).toBe('"cache"')
    expect(await whoHas(cookiesOf(answer))).toEqual(nobody)
    const elsewhere = { ...headers, 'sec-fetch-site': 'cross-site' }
    const asked = new Request(`${site}/api/sign-out`, { method: 'POST', headers: elsewhere, body: '' })
    expect((await signOut(asked)).status).toBe(403)
  })
})

describe('where no provider is named', () => {
  it('nobody signs in', async () => {
    vi.stubEnv('STRATA_AUTH', '')
    expect((await beginSignIn(ask('/api/sign-in'))).status).toBe(404)
    expect((await endSignIn(ask('/api/sign-in/callback?code=x'))).status).toBe(404)
  })
})
